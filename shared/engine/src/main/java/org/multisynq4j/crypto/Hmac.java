package org.multisynq4j.crypto;

import org.multisynq4j.identity.Sha256;

/** HMAC-SHA-256 (RFC 2104), fed piece by piece. */
final class Hmac {
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5C;

    private final byte[] pad = new byte[Sha256.BLOCK];
    private final Sha256 hash = new Sha256();

    Hmac(byte[] key) {
        byte[] shortKey = key.length > Sha256.BLOCK ? Sha256.of(key) : key;
        for (int i = 0; i < pad.length; i++) {
            pad[i] = (byte) ((i < shortKey.length ? shortKey[i] : 0) ^ INNER);
        }
        hash.update(pad, 0, pad.length);
    }

    Hmac update(byte[] message, int from, int length) {
        hash.update(message, from, length);
        return this;
    }

    /** Of all that was added. The object is used up. */
    byte[] digest() {
        byte[] inner = hash.digest();
        for (int i = 0; i < pad.length; i++) {
            pad[i] ^= INNER ^ OUTER;
        }
        return hash.update(pad, 0, pad.length).update(inner, 0, inner.length).digest();
    }
}
