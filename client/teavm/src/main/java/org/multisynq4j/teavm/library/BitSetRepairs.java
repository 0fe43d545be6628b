package org.multisynq4j.teavm.library;

import java.util.BitSet;

/** Of {@code BitSet}. */
public final class BitSetRepairs {
    private BitSetRepairs() {}

    /** TeaVM's carries the sign of one half into the other. */
    public static long[] toLongArray(BitSet self) {
        long[] words = new long[(self.length() + 63) / 64];
        for (int bit = self.nextSetBit(0); bit >= 0; bit = self.nextSetBit(bit + 1)) {
            words[bit / 64] |= 1L << bit;
        }
        return words;
    }
}
