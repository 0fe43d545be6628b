package org.multisynq4j.snapshot;

/**
 * The bits of a double as two numbers of 32 bits. A browser's JavaScript has slow numbers of 64 bits, so the TeaVM plugin gives these methods other bodies there, with
 * the same results but for NaNs, whose bits nobody may ask for.
 */
final class DoubleBits {
    private DoubleBits() {}

    /** Sign, exponent and the first 20 bits of the fraction. */
    static int high(double value) {
        return (int) (Double.doubleToRawLongBits(value) >>> 32);
    }

    /** The other 32 bits of the fraction. */
    static int low(double value) {
        return (int) Double.doubleToRawLongBits(value);
    }

    /** The double with these bits. */
    static double of(int high, int low) {
        return Double.longBitsToDouble((long) high << 32 | low & 0xFFFF_FFFFL);
    }
}
