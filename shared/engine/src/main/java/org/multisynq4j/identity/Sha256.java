package org.multisynq4j.identity;

import java.util.Arrays;
import org.multisynq4j.text.Bytes;

/** SHA-256 (FIPS 180-4): of one text or array, or fed piece by piece. Ours, because Bouncy Castle's takes several times as long in browsers. */
public final class Sha256 {
    /** Bytes of a digest. */
    public static final int LENGTH = 32;

    /** Characters of a digest as base64url. */
    public static final int TEXT_LENGTH = 43;

    /** Bytes that are taken at once. */
    public static final int BLOCK = 64;

    /** The first 32 bits of the fractions of the cube roots of the first 64 primes. */
    private static final int[] ROUNDS = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    private final int[] state = new int[8];
    private final int[] words = new int[64];
    private final byte[] block = new byte[BLOCK];
    /** Bytes in the block, and in all. */
    private int filled;

    private long length;

    public Sha256() {
        reset();
    }

    /** The digest of the array. */
    public static byte[] of(byte[] bytes) {
        return new Sha256().update(bytes, 0, bytes.length).digest();
    }

    /** The digest of the array as {@value #TEXT_LENGTH} characters of base64url. */
    public static String base64Url(byte[] bytes) {
        return Bytes.base64Url(of(bytes));
    }

    /** The digest of the text's UTF-8 form as {@value #TEXT_LENGTH} characters of base64url. */
    public static String base64Url(String text) {
        return base64Url(Bytes.utf8(text));
    }

    /** Adds a part of an array. */
    public Sha256 update(byte[] bytes, int offset, int count) {
        if (offset < 0 || count < 0 || count > bytes.length - offset) {
            throw new IndexOutOfBoundsException("range " + offset + "+" + count + " of " + bytes.length + " bytes");
        }
        length += count;
        int from = offset;
        int end = offset + count;
        if (filled > 0) {
            int taken = Math.min(BLOCK - filled, count);
            System.arraycopy(bytes, from, block, filled, taken);
            filled += taken;
            from += taken;
            if (filled < BLOCK) {
                return this;
            }
            compress(block, 0);
            filled = 0;
        }
        while (end - from >= BLOCK) {
            compress(bytes, from);
            from += BLOCK;
        }
        System.arraycopy(bytes, from, block, 0, end - from);
        filled = end - from;
        return this;
    }

    /** The digest of all that was added; afterwards the object is as new. */
    public byte[] digest() {
        long bits = length * 8;
        block[filled++] = (byte) 0x80;
        if (filled > BLOCK - 8) {
            Arrays.fill(block, filled, BLOCK, (byte) 0);
            compress(block, 0);
            filled = 0;
        }
        Arrays.fill(block, filled, BLOCK - 8, (byte) 0);
        put(block, BLOCK - 8, (int) (bits >>> 32));
        put(block, BLOCK - 4, (int) bits);
        compress(block, 0);
        byte[] out = new byte[LENGTH];
        for (int i = 0; i < state.length; i++) {
            put(out, 4 * i, state[i]);
        }
        reset();
        return out;
    }

    /** The state to begin with: the first 32 bits of the fractions of the square roots of the first eight primes. */
    private void reset() {
        state[0] = 0x6a09e667;
        state[1] = 0xbb67ae85;
        state[2] = 0x3c6ef372;
        state[3] = 0xa54ff53a;
        state[4] = 0x510e527f;
        state[5] = 0x9b05688c;
        state[6] = 0x1f83d9ab;
        state[7] = 0x5be0cd19;
        filled = 0;
        length = 0;
    }

    private static void put(byte[] to, int at, int value) {
        to[at] = (byte) (value >>> 24);
        to[at + 1] = (byte) (value >>> 16);
        to[at + 2] = (byte) (value >>> 8);
        to[at + 3] = (byte) value;
    }

    /** One block; names as in the standard. */
    private void compress(byte[] from, int offset) {
        int[] w = words;
        int at = offset;
        for (int i = 0; i < 16; i++) {
            w[i] = from[at] << 24 | (from[at + 1] & 255) << 16 | (from[at + 2] & 255) << 8 | from[at + 3] & 255;
            at += 4;
        }
        for (int i = 16; i < w.length; i++) {
            int x = w[i - 15];
            int y = w[i - 2];
            int sigma0 = (x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3;
            int sigma1 = (y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10;
            w[i] = w[i - 16] + sigma0 + w[i - 7] + sigma1;
        }
        int[] constants = ROUNDS;
        int[] s = state;
        int a = s[0];
        int b = s[1];
        int c = s[2];
        int d = s[3];
        int e = s[4];
        int f = s[5];
        int g = s[6];
        int h = s[7];
        for (int i = 0; i < constants.length; i++) {
            int sum1 = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
            int t1 = h + sum1 + (e & f ^ ~e & g) + constants[i] + w[i];
            int sum0 = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
            int t2 = sum0 + (a & b ^ a & c ^ b & c);
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        s[0] += a;
        s[1] += b;
        s[2] += c;
        s[3] += d;
        s[4] += e;
        s[5] += f;
        s[6] += g;
        s[7] += h;
    }
}
