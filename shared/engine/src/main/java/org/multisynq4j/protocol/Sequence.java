package org.multisynq4j.protocol;

/** Unsigned 32-bit sequence numbers that wrap around, held in a {@code long}. */
public final class Sequence {
    /** The number before the first message of a session: near the end, so that every session wraps around early. */
    public static final long START = 0xFFFFFFF0L;

    private static final long MASK = 0xFFFFFFFFL;
    private static final long HALF = 0x80000000L;

    private Sequence() {}

    /** The number after this one. */
    public static long next(long seq) {
        return (seq + 1) & MASK;
    }

    /** How many steps lead from {@code from} to {@code to}, 0 to 2^32 - 1. */
    public static long steps(long from, long to) {
        return (to - from) & MASK;
    }

    /** Whether {@code seq} comes after {@code than}, for numbers less than 2^31 apart. */
    public static boolean after(long seq, long than) {
        long steps = steps(than, seq);
        return 0 < steps && steps < HALF;
    }

    /** Any number congruent to a sequence number (some reflectors send signed ones) as the unsigned one. */
    public static long normalize(long seq) {
        return seq & MASK;
    }
}
