package org.multisynq4j.math;

/** Powers of two, signs and exponents. */
final class Scaling {
    /** So small a factor that what it makes subnormal ends at zero, since 2<sup>-54</sup> at most is still to come: nothing is rounded twice. */
    private static final double DOWN = 0x1p-969;

    private static final int DOWN_STEPS = 969;

    private Scaling() {}

    static double scalb(double x, int exponent) {
        double result = x;
        int left = exponent;
        for (int i = 0; i < 2 && left > Double.MAX_EXPONENT; i++) {
            result *= 0x1p1023;
            left -= Double.MAX_EXPONENT;
        }
        for (int i = 0; i < 2 && left < Double.MIN_EXPONENT; i++) {
            result *= DOWN;
            left += DOWN_STEPS;
        }
        // What is left over beyond this range cannot change zero or infinity any more.
        return result * powerOfTwo(Math.max(Double.MIN_EXPONENT, Math.min(Double.MAX_EXPONENT, left)));
    }

    static float scalb(float x, int exponent) {
        // 278 steps lead across the whole range of floats; in doubles nothing is rounded on the way.
        int bounded = Math.max(-300, Math.min(300, exponent));
        return (float) (x * powerOfTwo(bounded));
    }

    /** @param n from −1022 to 1023 */
    private static double powerOfTwo(int n) {
        return DoubleWords.of(n + 1023 << 20, 0);
    }

    static int getExponent(float x) {
        return (Float.floatToRawIntBits(x) >> 23 & 0xff) - 127;
    }

    static double copySign(double magnitude, double sign) {
        boolean negative = sign == sign && DoubleWords.high(sign) < 0;
        return DoubleWords.high(magnitude) < 0 == negative ? magnitude : -magnitude;
    }

    static float copySign(float magnitude, float sign) {
        boolean negative = sign == sign && Float.floatToRawIntBits(sign) < 0;
        return Float.floatToRawIntBits(magnitude) < 0 == negative ? magnitude : -magnitude;
    }

    static double signum(double x) {
        return x > 0 ? 1.0 : x < 0 ? -1.0 : x;
    }

    static float signum(float x) {
        return x > 0 ? 1.0f : x < 0 ? -1.0f : x;
    }
}
