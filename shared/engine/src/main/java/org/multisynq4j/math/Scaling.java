package org.multisynq4j.math;

/** Powers of two, signs and exponents. */
final class Scaling {
    private Scaling() {}

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
