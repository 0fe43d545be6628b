package org.multisynq4j.crypto;

/** ChaCha20-Poly1305 (RFC 8439 §2.8) over arrays, with one output array and nothing else of the data's size. */
final class Aead {
    static final int TAG_BYTES = Poly1305.BLOCK_BYTES;
    static final int NONCE_BYTES = 12;

    private Aead() {}

    /** The nonce for a counter: four zero bytes, then the counter in eight, highest first. */
    static byte[] nonce(long counter) {
        byte[] nonce = new byte[NONCE_BYTES];
        int high = (int) (counter >>> 32);
        int low = (int) counter;
        for (int i = 0; i < 4; i++) {
            nonce[7 - i] = (byte) (high >> 8 * i);
            nonce[11 - i] = (byte) (low >> 8 * i);
        }
        return nonce;
    }

    /** Writes ciphertext and tag to {@code out} from {@code offset} on. */
    static void seal(byte[] key, byte[] nonce, byte[] associated, byte[] plain, byte[] out, int offset) {
        ChaCha20 stream = new ChaCha20(key, nonce);
        stream.apply(1, plain, 0, plain.length, out, offset);
        byte[] tag = tag(stream, associated, out, offset, plain.length);
        System.arraycopy(tag, 0, out, offset + plain.length, TAG_BYTES);
    }

    /**
     * The plain bytes of ciphertext and tag, which fill {@code sealed} from {@code offset} on; {@code what} names the sealed thing in the error. Nothing is
     * decrypted before the tag proved right.
     */
    static byte[] open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed, int offset, String what) {
        int length = sealed.length - offset - TAG_BYTES;
        ChaCha20 stream = new ChaCha20(key, nonce);
        byte[] expected = tag(stream, associated, sealed, offset, length);
        byte[] claimed = new byte[TAG_BYTES];
        System.arraycopy(sealed, offset + length, claimed, 0, TAG_BYTES);
        if (!ConstantTime.equal(expected, claimed)) {
            throw new CryptoException(
                    CryptoException.Reason.NOT_AUTHENTIC,
                    what
                            + " is not authentic: altered on the way, or sealed with another password or for another place");
        }
        byte[] plain = new byte[length];
        stream.apply(1, sealed, offset, length, plain, 0);
        return plain;
    }

    private static byte[] tag(ChaCha20 stream, byte[] associated, byte[] cipher, int offset, int length) {
        Poly1305 mac = new Poly1305(stream.block(0, Poly1305.KEY_BYTES));
        mac.section(associated, 0, associated.length);
        mac.section(cipher, offset, length);
        byte[] lengths = new byte[16];
        for (int i = 0; i < 4; i++) {
            lengths[i] = (byte) (associated.length >> 8 * i);
            lengths[8 + i] = (byte) (length >> 8 * i);
        }
        mac.section(lengths, 0, lengths.length);
        return mac.tag();
    }
}
