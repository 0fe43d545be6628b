package org.multisynq4j.math;

/** {@code e^x} and {@code e^x - 1}: the argument less a multiple of ln 2, then a rational approximation. */
final class Exponential {
    private static final double OVERFLOW = 7.09782712893383973096e+02;
    private static final double UNDERFLOW = -7.45133219101941108420e+02;
    private static final double TWO_M1000 = 0x1p-1000;
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double ONE_OVER_LN2 = 1.44269504088896338700e+00;

    private static final int HIGH_OF_HALF_LN2 = 0x3fd62e42;
    private static final int HIGH_OF_3_HALVES_LN2 = 0x3ff0a2b2;

    private static final double P1 = 1.66666666666666019037e-01;
    private static final double P2 = -2.77777777770155933842e-03;
    private static final double P3 = 6.61375632143793436117e-05;
    private static final double P4 = -1.65339022054652515390e-06;
    private static final double P5 = 4.13813679705723846039e-08;

    private static final double Q1 = -3.33333333333331316428e-02;
    private static final double Q2 = 1.58730158725481460165e-03;
    private static final double Q3 = -7.93650757867487942473e-05;
    private static final double Q4 = 4.00821782732936239552e-06;
    private static final double Q5 = -2.01099218183624371326e-07;

    private Exponential() {}

    static double exp(double x) {
        if (x != x || x == Double.POSITIVE_INFINITY) {
            return x;
        }
        if (x > OVERFLOW) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < UNDERFLOW) {
            return 0.0;
        }
        int top = DoubleWords.high(x) & 0x7fffffff;
        if (top < 0x3e300000) {
            return 1.0 + x;
        }
        if (top <= HIGH_OF_HALF_LN2) {
            double c = remainderTerm(x);
            return 1.0 - ((x * c) / (c - 2.0) - x);
        }
        int k = multiple(x, top);
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        double c = remainderTerm(r);
        double y = 1.0 - ((low - (r * c) / (2.0 - c)) - high);
        return k >= -1021 ? DoubleWords.addToHigh(y, k << 20) : DoubleWords.addToHigh(y, (k + 1000) << 20) * TWO_M1000;
    }

    private static int multiple(double x, int top) {
        if (top < HIGH_OF_3_HALVES_LN2) {
            return x < 0 ? -1 : 1;
        }
        return (int) (ONE_OVER_LN2 * x + (x < 0 ? -0.5 : 0.5));
    }

    private static double remainderTerm(double x) {
        double t = x * x;
        return x - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
    }

    static double expm1(double argument) {
        double x = argument;
        if (x != x || x == Double.POSITIVE_INFINITY) {
            return x;
        }
        if (x > OVERFLOW) {
            return Double.POSITIVE_INFINITY;
        }
        int top = DoubleWords.high(x) & 0x7fffffff;
        if (x < 0 && top >= 0x4043687a) {
            // Below -56 ln 2 the power vanishes beside 1.
            return -1.0;
        }
        int k = 0;
        double c = 0.0;
        if (top > HIGH_OF_HALF_LN2) {
            k = multiple(x, top);
            double high = x - k * LN2_HIGH;
            double low = k * LN2_LOW;
            x = high - low;
            c = (high - x) - low;
        } else if (top < 0x3c900000) {
            return x;
        }
        double half = 0.5 * x;
        double square = x * half;
        double r = 1.0 + square * (Q1 + square * (Q2 + square * (Q3 + square * (Q4 + square * Q5))));
        double t = 3.0 - r * half;
        double e = square * ((r - t) / (6.0 - x * t));
        if (k == 0) {
            return x - (x * e - square);
        }
        e = x * (e - c) - c;
        e -= square;
        return expm1Scaled(x, e, k);
    }

    /** {@code 2^k (x - e + 1) - 1}, in the order that loses least for this k. */
    private static double expm1Scaled(double x, double e, int k) {
        if (k == -1) {
            return 0.5 * (x - e) - 0.5;
        }
        if (k == 1) {
            return x < -0.25 ? -2.0 * (e - (x + 0.5)) : 1.0 + 2.0 * (x - e);
        }
        if (k <= -2 || k > 56) {
            return DoubleWords.addToHigh(1.0 - (e - x), k << 20) - 1.0;
        }
        if (k < 20) {
            double t = DoubleWords.of(0x3ff00000 - (0x200000 >> k), 0);
            return DoubleWords.addToHigh(t - (e - x), k << 20);
        }
        double t = DoubleWords.of(0x3ff - k << 20, 0);
        double y = x - (e + t);
        y += 1.0;
        return DoubleWords.addToHigh(y, k << 20);
    }
}
