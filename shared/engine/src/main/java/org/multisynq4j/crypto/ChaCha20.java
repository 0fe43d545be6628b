package org.multisynq4j.crypto;

/**
 * The ChaCha20 stream (RFC 8439 §2.4) in 32-bit arithmetic only, with the whole state in local variables.
 *
 * <p>Refused: Bouncy Castle's engine. Compiled to JavaScript it is eight times slower (docs/architecture.md). The tests hold this one against it, the JDK's and
 * the RFC's vectors.
 */
final class ChaCha20 {
    static final int BLOCK_BYTES = 64;

    private static final int C0 = 0x61707865;
    private static final int C1 = 0x3320646e;
    private static final int C2 = 0x79622d32;
    private static final int C3 = 0x6b206574;

    private final int[] key = new int[8];
    private final int[] nonce = new int[3];
    private final int[] stream = new int[16];

    ChaCha20(byte[] keyBytes, byte[] nonceBytes) {
        for (int i = 0; i < key.length; i++) {
            key[i] = word(keyBytes, 4 * i);
        }
        for (int i = 0; i < nonce.length; i++) {
            nonce[i] = word(nonceBytes, 4 * i);
        }
    }

    /** The first {@code length} bytes of the block with this number. */
    byte[] block(int counter, int length) {
        byte[] bytes = new byte[length];
        apply(counter, bytes, 0, length, bytes, 0);
        return bytes;
    }

    /** Encrypts or decrypts, with the stream from block {@code counter} on. Input and output may be the same range. */
    void apply(int counter, byte[] in, int inAt, int length, byte[] out, int outAt) {
        int done = 0;
        for (int block = counter; done < length; block++) {
            generate(block);
            if (length - done >= BLOCK_BYTES) {
                for (int i = 0; i < 16; i++) {
                    int from = inAt + done + 4 * i;
                    int to = outAt + done + 4 * i;
                    int word = stream[i];
                    out[to] = (byte) (in[from] ^ word);
                    out[to + 1] = (byte) (in[from + 1] ^ word >> 8);
                    out[to + 2] = (byte) (in[from + 2] ^ word >> 16);
                    out[to + 3] = (byte) (in[from + 3] ^ word >> 24);
                }
            } else {
                for (int i = 0; i < length - done; i++) {
                    out[outAt + done + i] = (byte) (in[inAt + done + i] ^ stream[i >> 2] >> 8 * (i & 3));
                }
            }
            done += BLOCK_BYTES;
        }
    }

    private void generate(int counter) {
        int x0 = C0;
        int x1 = C1;
        int x2 = C2;
        int x3 = C3;
        int x4 = key[0];
        int x5 = key[1];
        int x6 = key[2];
        int x7 = key[3];
        int x8 = key[4];
        int x9 = key[5];
        int x10 = key[6];
        int x11 = key[7];
        int x12 = counter;
        int x13 = nonce[0];
        int x14 = nonce[1];
        int x15 = nonce[2];
        for (int round = 0; round < 10; round++) {
            x0 += x4;
            x12 = rotate(x12 ^ x0, 16);
            x8 += x12;
            x4 = rotate(x4 ^ x8, 12);
            x0 += x4;
            x12 = rotate(x12 ^ x0, 8);
            x8 += x12;
            x4 = rotate(x4 ^ x8, 7);
            x1 += x5;
            x13 = rotate(x13 ^ x1, 16);
            x9 += x13;
            x5 = rotate(x5 ^ x9, 12);
            x1 += x5;
            x13 = rotate(x13 ^ x1, 8);
            x9 += x13;
            x5 = rotate(x5 ^ x9, 7);
            x2 += x6;
            x14 = rotate(x14 ^ x2, 16);
            x10 += x14;
            x6 = rotate(x6 ^ x10, 12);
            x2 += x6;
            x14 = rotate(x14 ^ x2, 8);
            x10 += x14;
            x6 = rotate(x6 ^ x10, 7);
            x3 += x7;
            x15 = rotate(x15 ^ x3, 16);
            x11 += x15;
            x7 = rotate(x7 ^ x11, 12);
            x3 += x7;
            x15 = rotate(x15 ^ x3, 8);
            x11 += x15;
            x7 = rotate(x7 ^ x11, 7);
            x0 += x5;
            x15 = rotate(x15 ^ x0, 16);
            x10 += x15;
            x5 = rotate(x5 ^ x10, 12);
            x0 += x5;
            x15 = rotate(x15 ^ x0, 8);
            x10 += x15;
            x5 = rotate(x5 ^ x10, 7);
            x1 += x6;
            x12 = rotate(x12 ^ x1, 16);
            x11 += x12;
            x6 = rotate(x6 ^ x11, 12);
            x1 += x6;
            x12 = rotate(x12 ^ x1, 8);
            x11 += x12;
            x6 = rotate(x6 ^ x11, 7);
            x2 += x7;
            x13 = rotate(x13 ^ x2, 16);
            x8 += x13;
            x7 = rotate(x7 ^ x8, 12);
            x2 += x7;
            x13 = rotate(x13 ^ x2, 8);
            x8 += x13;
            x7 = rotate(x7 ^ x8, 7);
            x3 += x4;
            x14 = rotate(x14 ^ x3, 16);
            x9 += x14;
            x4 = rotate(x4 ^ x9, 12);
            x3 += x4;
            x14 = rotate(x14 ^ x3, 8);
            x9 += x14;
            x4 = rotate(x4 ^ x9, 7);
        }
        stream[0] = x0 + C0;
        stream[1] = x1 + C1;
        stream[2] = x2 + C2;
        stream[3] = x3 + C3;
        stream[4] = x4 + key[0];
        stream[5] = x5 + key[1];
        stream[6] = x6 + key[2];
        stream[7] = x7 + key[3];
        stream[8] = x8 + key[4];
        stream[9] = x9 + key[5];
        stream[10] = x10 + key[6];
        stream[11] = x11 + key[7];
        stream[12] = x12 + counter;
        stream[13] = x13 + nonce[0];
        stream[14] = x14 + nonce[1];
        stream[15] = x15 + nonce[2];
    }

    private static int rotate(int x, int n) {
        return x << n | x >>> 32 - n;
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 255 | (bytes[at + 1] & 255) << 8 | (bytes[at + 2] & 255) << 16 | bytes[at + 3] << 24;
    }
}
