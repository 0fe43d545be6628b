package org.multisynq4j.math;

/** Hyperbolic sine, cosine and tangent, from {@link Exponential}. */
final class Hyperbolic {
    /** Up to here half of the exponential is finite; up to the next constant, half of its root's square is. */
    private static final int HIGH_OF_EXP_LIMIT = 0x40862e42;

    private static final double OVERFLOW = 0x1.633ce8fb9f87dp9;

    private Hyperbolic() {}

    static double sinh(double x) {
        int top = DoubleWords.high(x) & 0x7fffffff;
        double magnitude = Math.abs(x);
        if (!(magnitude < Double.POSITIVE_INFINITY)) {
            return x;
        }
        double half = x < 0 ? -0.5 : 0.5;
        if (magnitude < 22) {
            if (magnitude < 0x1p-28) {
                return x;
            }
            double t = Exponential.expm1(magnitude);
            return magnitude < 1 ? half * (2.0 * t - t * t / (t + 1.0)) : half * (t + t / (t + 1.0));
        }
        if (top < HIGH_OF_EXP_LIMIT) {
            return half * Exponential.exp(magnitude);
        }
        return large(magnitude, half);
    }

    static double cosh(double x) {
        int top = DoubleWords.high(x) & 0x7fffffff;
        double magnitude = Math.abs(x);
        if (!(magnitude < Double.POSITIVE_INFINITY)) {
            return magnitude;
        }
        if (top < 0x3fd62e43) {
            double t = Exponential.expm1(magnitude);
            double w = 1.0 + t;
            return top < 0x3c800000 ? w : 1.0 + (t * t) / (w + w);
        }
        if (magnitude < 22) {
            double t = Exponential.exp(magnitude);
            return 0.5 * t + 0.5 / t;
        }
        if (top < HIGH_OF_EXP_LIMIT) {
            return 0.5 * Exponential.exp(magnitude);
        }
        return large(magnitude, 0.5);
    }

    private static double large(double magnitude, double half) {
        if (magnitude > OVERFLOW) {
            return half * Double.POSITIVE_INFINITY;
        }
        double w = Exponential.exp(0.5 * magnitude);
        double t = half * w;
        return t * w;
    }

    static double tanh(double x) {
        double magnitude = Math.abs(x);
        if (x != x || x == 0) {
            return x;
        }
        double z = 1.0;
        if (magnitude < 22) {
            if (magnitude < 0x1p-55) {
                return x * (1.0 + x);
            }
            if (magnitude >= 1) {
                double t = Exponential.expm1(2.0 * magnitude);
                z = 1.0 - 2.0 / (t + 2.0);
            } else {
                double t = Exponential.expm1(-2.0 * magnitude);
                z = -t / (t + 2.0);
            }
        }
        return x < 0 ? -z : z;
    }
}
