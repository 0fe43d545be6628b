package org.multisynq4j.store;

/** Order of 32-bit sequence numbers that wrap: meaningful between numbers less than 2^31 apart, as those of one log are. */
final class SequenceNumbers {
    private static final long MASK = 0xFFFFFFFFL;
    private static final long HALF = 0x80000000L;

    private SequenceNumbers() {}

    /** Whether {@code seq} comes after {@code other}. */
    static boolean isAfter(long seq, long other) {
        long distance = distance(other, seq);
        return distance > 0 && distance < HALF;
    }

    /** How many steps lead from {@code from} up to {@code to}, 0 to 2^32−1. */
    static long distance(long from, long to) {
        return (to - from) & MASK;
    }

    /** The number after {@code seq}. */
    static long next(long seq) {
        return (seq + 1) & MASK;
    }
}
