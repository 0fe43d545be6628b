package org.multisynq4j.math;

/**
 * The two 32-bit halves of a double. All access to bits in this package goes through here, so that a platform on which {@code long} is slow can
 * substitute its own.
 */
public final class DoubleWords {
    private DoubleWords() {}

    /** Sign, exponent and the upper 20 bits of the significand. */
    public static int high(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 32);
    }

    /** The lower 32 bits of the significand. */
    public static int low(double x) {
        return (int) Double.doubleToRawLongBits(x);
    }

    public static double of(int high, int low) {
        return Double.longBitsToDouble((long) high << 32 | low & 0xffffffffL);
    }

    /** The number with its lower 32 bits cleared. */
    public static double truncated(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xffffffff00000000L);
    }

    /** The number with {@code amount} added to its high word: 2<sup>20</sup> times n adds n to the exponent. */
    public static double addToHigh(double x, int amount) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) + ((long) amount << 32));
    }
}
