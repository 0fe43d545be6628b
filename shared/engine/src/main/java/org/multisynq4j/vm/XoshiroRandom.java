package org.multisynq4j.vm;

import org.multisynq4j.snapshot.Stored;

/**
 * The replicated generator: xoshiro128** 1.1 (Blackman, Vigna; public domain), whose 32-bit state is fast in every target.
 *
 * <p>Seeded with 16 bytes; an all-zero seed, which the generator could not leave, is replaced by a constant.
 */
final class XoshiroRandom implements Stored {
    private int a;
    private int b;
    private int c;
    private int d;

    private XoshiroRandom() {}

    /** A generator seeded with bytes {@code offset} to {@code offset + 15}. */
    static XoshiroRandom seeded(byte[] seed, int offset) {
        XoshiroRandom random = new XoshiroRandom();
        random.a = intAt(seed, offset);
        random.b = intAt(seed, offset + 4);
        random.c = intAt(seed, offset + 8);
        random.d = intAt(seed, offset + 12);
        if ((random.a | random.b | random.c | random.d) == 0) {
            random.a = 0x9E3779B9;
        }
        return random;
    }

    private static int intAt(byte[] bytes, int at) {
        return (bytes[at] & 255) << 24 | (bytes[at + 1] & 255) << 16 | (bytes[at + 2] & 255) << 8 | bytes[at + 3] & 255;
    }

    /** 32 random bits. */
    int nextInt() {
        int result = Integer.rotateLeft(b * 5, 7) * 9;
        int t = b << 9;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = Integer.rotateLeft(d, 11);
        return result;
    }

    /** 0 ≤ x &lt; 1 with 53 random bits. */
    double nextDouble() {
        int high = nextInt() >>> 5;
        int low = nextInt() >>> 6;
        return (high * 67108864.0 + low) * 0x1.0p-53;
    }

    /** 0 ≤ x &lt; bound, by rejection, so that no value is favoured. */
    int nextBelow(int bound) {
        int mask = Integer.highestOneBit(bound) * 2 - 1;
        if (bound == Integer.highestOneBit(bound)) {
            mask = bound - 1;
        }
        while (true) {
            int candidate = nextInt() & mask;
            if (candidate >= 0 && candidate < bound) {
                return candidate;
            }
        }
    }
}
