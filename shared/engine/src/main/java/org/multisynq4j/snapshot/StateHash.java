package org.multisynq4j.snapshot;

import org.bouncycastle.crypto.digests.SHA256Digest;

/** The name of a state: equal states have equal encodings, hence equal hashes, on every platform. */
public final class StateHash {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private StateHash() {}

    /** SHA-256 in base64url without padding: 43 characters. */
    public static String of(byte[] encoded) {
        SHA256Digest digest = new SHA256Digest();
        digest.update(encoded, 0, encoded.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return base64Url(hash);
    }

    private static String base64Url(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 4 + 2) / 3);
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = (buffer << 8 | next & 0xFF) & 0xFFFF;
            bits += 8;
            while (bits >= 6) {
                bits -= 6;
                text.append(ALPHABET.charAt(buffer >> bits & 0x3F));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(buffer << 6 - bits & 0x3F));
        }
        return text.toString();
    }
}
