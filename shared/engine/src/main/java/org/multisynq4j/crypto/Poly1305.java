package org.multisynq4j.crypto;

/**
 * The Poly1305 authenticator (RFC 8439 §2.5) over sections padded with zeros to 16 bytes, which is the only way the AEAD uses it.
 *
 * <p>Numbers modulo 2^130−5 are kept as ten limbs of 13 bits, so that five products of two limbs fit into 32 bits: in JavaScript a {@code long} is a BigInt, and
 * Bouncy Castle's implementation, which multiplies into 64 bits, is twenty times slower there (docs/architecture.md).
 */
final class Poly1305 {
    static final int BLOCK_BYTES = 16;
    static final int KEY_BYTES = 32;

    private static final int LIMB_BITS = 13;
    private static final int MASK = (1 << LIMB_BITS) - 1;

    /** The bit above the 128 of a block: 2^128 = 2^11 in the tenth limb. */
    private static final int BLOCK_END = 1 << 11;

    private final int[] r = new int[10];
    private final int[] h = new int[10];
    private final int[] pad = new int[8];

    /** @param key 32 bytes, for one message only */
    Poly1305(byte[] key) {
        int[] t = halves(key, 0);
        r[0] = t[0] & 0x1fff;
        r[1] = (t[0] >>> 13 | t[1] << 3) & 0x1fff;
        r[2] = (t[1] >>> 10 | t[2] << 6) & 0x1f03;
        r[3] = (t[2] >>> 7 | t[3] << 9) & 0x1fff;
        r[4] = (t[3] >>> 4 | t[4] << 12) & 0x00ff;
        r[5] = t[4] >>> 1 & 0x1ffe;
        r[6] = (t[4] >>> 14 | t[5] << 2) & 0x1fff;
        r[7] = (t[5] >>> 11 | t[6] << 5) & 0x1f81;
        r[8] = (t[6] >>> 8 | t[7] << 8) & 0x1fff;
        r[9] = t[7] >>> 5 & 0x007f;
        System.arraycopy(halves(key, 16), 0, pad, 0, pad.length);
    }

    /** Adds a section and the zeros that fill its last block. */
    void section(byte[] bytes, int offset, int length) {
        int whole = length / BLOCK_BYTES;
        blocks(bytes, offset, whole);
        int rest = length % BLOCK_BYTES;
        if (rest > 0) {
            byte[] last = new byte[BLOCK_BYTES];
            System.arraycopy(bytes, offset + whole * BLOCK_BYTES, last, 0, rest);
            blocks(last, 0, 1);
        }
    }

    /** The tag. The object is used up. */
    byte[] tag() {
        carry();
        int[] reduced = new int[10];
        int carry = 5;
        for (int i = 0; i < 10; i++) {
            carry += h[i];
            reduced[i] = carry & MASK;
            carry >>>= LIMB_BITS;
        }
        // carry is 1 if h was at least the modulus; chosen without a branch, whose duration would tell.
        int choose = -carry;
        for (int i = 0; i < 10; i++) {
            h[i] = h[i] & ~choose | reduced[i] & choose;
        }
        int[] words = {
            h[0] | h[1] << 13,
            h[1] >>> 3 | h[2] << 10,
            h[2] >>> 6 | h[3] << 7,
            h[3] >>> 9 | h[4] << 4,
            h[4] >>> 12 | h[5] << 1 | h[6] << 14,
            h[6] >>> 2 | h[7] << 11,
            h[7] >>> 5 | h[8] << 8,
            h[8] >>> 8 | h[9] << 5
        };
        byte[] tag = new byte[BLOCK_BYTES];
        int sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum = (words[i] & 0xffff) + pad[i] + (sum >>> 16);
            tag[2 * i] = (byte) sum;
            tag[2 * i + 1] = (byte) (sum >> 8);
        }
        return tag;
    }

    private void carry() {
        int carry = 0;
        for (int i = 1; i < 10; i++) {
            h[i] += carry;
            carry = h[i] >>> LIMB_BITS;
            h[i] &= MASK;
        }
        h[0] += 5 * carry;
        for (int i = 0; i < 9; i++) {
            h[i + 1] += h[i] >>> LIMB_BITS;
            h[i] &= MASK;
        }
    }

    private static int[] halves(byte[] bytes, int offset) {
        int[] halves = new int[8];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = bytes[offset + 2 * i] & 255 | (bytes[offset + 2 * i + 1] & 255) << 8;
        }
        return halves;
    }

    /** h = (h + block) · r for each block. Everything in local variables: array accesses cost a bounds check each in JavaScript. */
    private void blocks(byte[] m, int offset, int count) {
        int h0 = h[0];
        int h1 = h[1];
        int h2 = h[2];
        int h3 = h[3];
        int h4 = h[4];
        int h5 = h[5];
        int h6 = h[6];
        int h7 = h[7];
        int h8 = h[8];
        int h9 = h[9];
        int r0 = r[0];
        int r1 = r[1];
        int r2 = r[2];
        int r3 = r[3];
        int r4 = r[4];
        int r5 = r[5];
        int r6 = r[6];
        int r7 = r[7];
        int r8 = r[8];
        int r9 = r[9];
        int s1 = 5 * r1;
        int s2 = 5 * r2;
        int s3 = 5 * r3;
        int s4 = 5 * r4;
        int s5 = 5 * r5;
        int s6 = 5 * r6;
        int s7 = 5 * r7;
        int s8 = 5 * r8;
        int s9 = 5 * r9;
        int end = offset + count * BLOCK_BYTES;
        for (int at = offset; at < end; at += BLOCK_BYTES) {
            int t0 = m[at] & 255 | (m[at + 1] & 255) << 8;
            int t1 = m[at + 2] & 255 | (m[at + 3] & 255) << 8;
            int t2 = m[at + 4] & 255 | (m[at + 5] & 255) << 8;
            int t3 = m[at + 6] & 255 | (m[at + 7] & 255) << 8;
            int t4 = m[at + 8] & 255 | (m[at + 9] & 255) << 8;
            int t5 = m[at + 10] & 255 | (m[at + 11] & 255) << 8;
            int t6 = m[at + 12] & 255 | (m[at + 13] & 255) << 8;
            int t7 = m[at + 14] & 255 | (m[at + 15] & 255) << 8;
            h0 += t0 & MASK;
            h1 += (t0 >>> 13 | t1 << 3) & MASK;
            h2 += (t1 >>> 10 | t2 << 6) & MASK;
            h3 += (t2 >>> 7 | t3 << 9) & MASK;
            h4 += (t3 >>> 4 | t4 << 12) & MASK;
            h5 += t4 >>> 1 & MASK;
            h6 += (t4 >>> 14 | t5 << 2) & MASK;
            h7 += (t5 >>> 11 | t6 << 5) & MASK;
            h8 += (t6 >>> 8 | t7 << 8) & MASK;
            h9 += t7 >>> 5 | BLOCK_END;
            int d0 = h0 * r0 + h1 * s9 + h2 * s8 + h3 * s7 + h4 * s6;
            int carry = d0 >>> LIMB_BITS;
            d0 = (d0 & MASK) + h5 * s5 + h6 * s4 + h7 * s3 + h8 * s2 + h9 * s1;
            carry += d0 >>> LIMB_BITS;
            d0 &= MASK;
            int d1 = carry + h0 * r1 + h1 * r0 + h2 * s9 + h3 * s8 + h4 * s7;
            carry = d1 >>> LIMB_BITS;
            d1 = (d1 & MASK) + h5 * s6 + h6 * s5 + h7 * s4 + h8 * s3 + h9 * s2;
            carry += d1 >>> LIMB_BITS;
            d1 &= MASK;
            int d2 = carry + h0 * r2 + h1 * r1 + h2 * r0 + h3 * s9 + h4 * s8;
            carry = d2 >>> LIMB_BITS;
            d2 = (d2 & MASK) + h5 * s7 + h6 * s6 + h7 * s5 + h8 * s4 + h9 * s3;
            carry += d2 >>> LIMB_BITS;
            d2 &= MASK;
            int d3 = carry + h0 * r3 + h1 * r2 + h2 * r1 + h3 * r0 + h4 * s9;
            carry = d3 >>> LIMB_BITS;
            d3 = (d3 & MASK) + h5 * s8 + h6 * s7 + h7 * s6 + h8 * s5 + h9 * s4;
            carry += d3 >>> LIMB_BITS;
            d3 &= MASK;
            int d4 = carry + h0 * r4 + h1 * r3 + h2 * r2 + h3 * r1 + h4 * r0;
            carry = d4 >>> LIMB_BITS;
            d4 = (d4 & MASK) + h5 * s9 + h6 * s8 + h7 * s7 + h8 * s6 + h9 * s5;
            carry += d4 >>> LIMB_BITS;
            d4 &= MASK;
            int d5 = carry + h0 * r5 + h1 * r4 + h2 * r3 + h3 * r2 + h4 * r1;
            carry = d5 >>> LIMB_BITS;
            d5 = (d5 & MASK) + h5 * r0 + h6 * s9 + h7 * s8 + h8 * s7 + h9 * s6;
            carry += d5 >>> LIMB_BITS;
            d5 &= MASK;
            int d6 = carry + h0 * r6 + h1 * r5 + h2 * r4 + h3 * r3 + h4 * r2;
            carry = d6 >>> LIMB_BITS;
            d6 = (d6 & MASK) + h5 * r1 + h6 * r0 + h7 * s9 + h8 * s8 + h9 * s7;
            carry += d6 >>> LIMB_BITS;
            d6 &= MASK;
            int d7 = carry + h0 * r7 + h1 * r6 + h2 * r5 + h3 * r4 + h4 * r3;
            carry = d7 >>> LIMB_BITS;
            d7 = (d7 & MASK) + h5 * r2 + h6 * r1 + h7 * r0 + h8 * s9 + h9 * s8;
            carry += d7 >>> LIMB_BITS;
            d7 &= MASK;
            int d8 = carry + h0 * r8 + h1 * r7 + h2 * r6 + h3 * r5 + h4 * r4;
            carry = d8 >>> LIMB_BITS;
            d8 = (d8 & MASK) + h5 * r3 + h6 * r2 + h7 * r1 + h8 * r0 + h9 * s9;
            carry += d8 >>> LIMB_BITS;
            d8 &= MASK;
            int d9 = carry + h0 * r9 + h1 * r8 + h2 * r7 + h3 * r6 + h4 * r5;
            carry = d9 >>> LIMB_BITS;
            d9 = (d9 & MASK) + h5 * r4 + h6 * r3 + h7 * r2 + h8 * r1 + h9 * r0;
            carry += d9 >>> LIMB_BITS;
            d9 &= MASK;
            d0 += 5 * carry;
            h0 = d0 & MASK;
            h1 = d1 + (d0 >>> LIMB_BITS);
            h2 = d2;
            h3 = d3;
            h4 = d4;
            h5 = d5;
            h6 = d6;
            h7 = d7;
            h8 = d8;
            h9 = d9;
        }
        h[0] = h0;
        h[1] = h1;
        h[2] = h2;
        h[3] = h3;
        h[4] = h4;
        h[5] = h5;
        h[6] = h6;
        h[7] = h7;
        h[8] = h8;
        h[9] = h9;
    }
}
