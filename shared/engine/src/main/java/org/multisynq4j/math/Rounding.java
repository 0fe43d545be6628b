package org.multisynq4j.math;

/** Rounding to whole numbers, units in the last place, neighbours. */
final class Rounding {
    /** From here on every double is whole. */
    private static final double TWO_52 = 0x1p52;

    private static final float TWO_23 = 0x1p23f;

    private Rounding() {}

    /** To the nearest whole number, ties to even; the sign stays, also on zero. */
    static double rint(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude < TWO_52)) {
            return x;
        }
        double rounded = (magnitude + TWO_52) - TWO_52;
        return DoubleWords.high(x) < 0 ? -rounded : rounded;
    }

    /** To the nearest whole number, ties towards positive infinity; saturates. */
    static long round(double x) {
        if (!(Math.abs(x) < TWO_52)) {
            return (long) x;
        }
        double floor = Math.floor(x);
        return (long) (x - floor >= 0.5 ? floor + 1 : floor);
    }

    static int round(float x) {
        if (!(Math.abs(x) < TWO_23)) {
            return (int) x;
        }
        double floor = Math.floor(x);
        return (int) (x - floor >= 0.5 ? floor + 1 : floor);
    }

    static double ulp(double x) {
        int exponent = DoubleWords.high(x) >> 20 & 0x7ff;
        if (exponent == 0x7ff) {
            return Math.abs(x);
        }
        if (exponent > 52) {
            return DoubleWords.of(exponent - 52 << 20, 0);
        }
        return Double.longBitsToDouble(1L << Math.max(0, exponent - 1));
    }

    static float ulp(float x) {
        int exponent = Float.floatToRawIntBits(x) >> 23 & 0xff;
        if (exponent == 0xff) {
            return Math.abs(x);
        }
        return Float.intBitsToFloat(exponent > 23 ? exponent - 23 << 23 : 1 << Math.max(0, exponent - 1));
    }

    static double nextUp(double x) {
        if (!(x < Double.POSITIVE_INFINITY)) {
            return x;
        }
        // Adding zero makes one zero of the two.
        long bits = Double.doubleToRawLongBits(x + 0.0);
        return Double.longBitsToDouble(bits >= 0 ? bits + 1 : bits - 1);
    }

    static float nextUp(float x) {
        if (!(x < Float.POSITIVE_INFINITY)) {
            return x;
        }
        int bits = Float.floatToRawIntBits(x + 0.0f);
        return Float.intBitsToFloat(bits >= 0 ? bits + 1 : bits - 1);
    }

    static double nextDown(double x) {
        return -nextUp(-x);
    }

    static float nextDown(float x) {
        return -nextUp(-x);
    }

    static double nextAfter(double start, double direction) {
        if (direction > start) {
            return nextUp(start);
        }
        if (direction < start) {
            return nextDown(start);
        }
        return start == direction ? direction : start + direction;
    }

    static float nextAfter(float start, double direction) {
        if (direction > start) {
            return nextUp(start);
        }
        if (direction < start) {
            return nextDown(start);
        }
        return start == direction ? (float) direction : start + (float) direction;
    }
}
