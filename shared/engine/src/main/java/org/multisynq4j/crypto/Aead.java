package org.multisynq4j.crypto;

/** ChaCha20-Poly1305 (RFC 8439 §2.8) over arrays, with one output array and nothing else of the data's size. */
final class Aead {
    static final int TAG_BYTES = Poly1305.BLOCK_BYTES;
    static final int NONCE_BYTES = 12;

    /** Portions are multiples of it. */
    static final int STEP_BYTES = ChaCha20.BLOCK_BYTES;

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
        new Sealing(key, nonce, associated, plain, out, offset).work(plain.length + STEP_BYTES);
    }

    /** Sealing in portions. */
    static final class Sealing {
        private final ChaCha20 stream;
        private final Poly1305 mac;
        private final int associatedBytes;
        private final byte[] plain;
        private final byte[] out;
        private final int offset;
        private int done;
        private boolean over;

        /** Ciphertext and tag are written to {@code out} from {@code offset} on. */
        Sealing(byte[] key, byte[] nonce, byte[] associated, byte[] plain, byte[] out, int offset) {
            stream = new ChaCha20(key, nonce);
            mac = begin(stream, associated);
            associatedBytes = associated.length;
            this.plain = plain;
            this.out = out;
            this.offset = offset;
        }

        /** Goes on with about so many bytes, {@value #STEP_BYTES} at least; false once it is done. */
        boolean work(int bytes) {
            if (over) {
                return false;
            }
            // Whole blocks of cipher and tag but for the last step.
            int step = Math.min(plain.length - done, Math.max(1, bytes / STEP_BYTES) * STEP_BYTES);
            stream.apply(1 + done / STEP_BYTES, plain, done, step, out, offset + done);
            mac.section(out, offset + done, step);
            done += step;
            if (done == plain.length) {
                System.arraycopy(end(mac, associatedBytes, done), 0, out, offset + done, TAG_BYTES);
                over = true;
            }
            return !over;
        }

        boolean isDone() {
            return over;
        }
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
        Poly1305 mac = begin(stream, associated);
        mac.section(cipher, offset, length);
        return end(mac, associated.length, length);
    }

    private static Poly1305 begin(ChaCha20 stream, byte[] associated) {
        Poly1305 mac = new Poly1305(stream.block(0, Poly1305.KEY_BYTES));
        mac.section(associated, 0, associated.length);
        return mac;
    }

    private static byte[] end(Poly1305 mac, int associatedBytes, int cipherBytes) {
        byte[] lengths = new byte[16];
        for (int i = 0; i < 4; i++) {
            lengths[i] = (byte) (associatedBytes >> 8 * i);
            lengths[8 + i] = (byte) (cipherBytes >> 8 * i);
        }
        mac.section(lengths, 0, lengths.length);
        return mac.tag();
    }
}
