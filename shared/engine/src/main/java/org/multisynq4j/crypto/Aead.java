package org.multisynq4j.crypto;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** ChaCha20-Poly1305 (RFC 8439) over arrays, in one pass and with one output array. */
final class Aead {
    static final int TAG_BYTES = 16;
    private static final int TAG_BITS = 8 * TAG_BYTES;
    private static final int NONCE_BYTES = 12;

    private Aead() {}

    /** Writes ciphertext and tag to {@code out} from {@code offset} on. */
    static void seal(byte[] key, long counter, byte[] associated, byte[] plain, byte[] out, int offset) {
        ChaCha20Poly1305 cipher = cipher(true, key, counter, associated);
        int written = cipher.processBytes(plain, 0, plain.length, out, offset);
        try {
            cipher.doFinal(out, offset + written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing cannot fail", e);
        }
    }

    /** The plain bytes; {@code what} names the sealed thing in the error. */
    static byte[] open(byte[] key, long counter, byte[] associated, byte[] sealed, int offset, String what) {
        int length = sealed.length - offset;
        byte[] plain = new byte[length - TAG_BYTES];
        ChaCha20Poly1305 cipher = cipher(false, key, counter, associated);
        try {
            int written = cipher.processBytes(sealed, offset, length, plain, 0);
            cipher.doFinal(plain, written);
        } catch (InvalidCipherTextException e) {
            throw new CryptoException(
                    CryptoException.Reason.NOT_AUTHENTIC,
                    what
                            + " is not authentic: altered on the way, or sealed with another password or for another place");
        }
        return plain;
    }

    private static ChaCha20Poly1305 cipher(boolean sealing, byte[] key, long counter, byte[] associated) {
        byte[] nonce = new byte[NONCE_BYTES];
        for (int i = 0; i < 8; i++) {
            nonce[NONCE_BYTES - 1 - i] = (byte) (counter >>> (8 * i));
        }
        ChaCha20Poly1305 cipher = new ChaCha20Poly1305();
        cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
        return cipher;
    }
}
