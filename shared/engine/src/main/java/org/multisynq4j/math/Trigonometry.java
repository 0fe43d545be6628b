package org.multisynq4j.math;

/** Sine, cosine and tangent: polynomials on [−π/4, π/4] after {@link PiReduction}. */
final class Trigonometry {
    /** High word of the numbers just above π/4. */
    private static final int HIGH_OF_PI_4 = 0x3fe921fb;

    private static final int HIGH_OF_INFINITY = 0x7ff00000;

    private static final double S1 = -1.66666666666666324348e-01;
    private static final double S2 = 8.33333333332248946124e-03;
    private static final double S3 = -1.98412698298579493134e-04;
    private static final double S4 = 2.75573137070700676789e-06;
    private static final double S5 = -2.50507602534068634195e-08;
    private static final double S6 = 1.58969099521155010221e-10;

    private static final double C1 = 4.16666666666666019037e-02;
    private static final double C2 = -1.38888888888741095749e-03;
    private static final double C3 = 2.48015872894767294178e-05;
    private static final double C4 = -2.75573143513906633035e-07;
    private static final double C5 = 2.08757232129817482790e-09;
    private static final double C6 = -1.13596475577881948265e-11;

    private Trigonometry() {}

    static double sin(double x) {
        int top = DoubleWords.high(x) & 0x7fffffff;
        if (top <= HIGH_OF_PI_4) {
            return top < 0x3e400000 ? x : kernelSin(x);
        }
        if (top >= HIGH_OF_INFINITY) {
            return Double.NaN;
        }
        PiReduction reduced = PiReduction.of(x);
        return byQuadrant(reduced.quadrant, reduced);
    }

    static double cos(double x) {
        int top = DoubleWords.high(x) & 0x7fffffff;
        if (top <= HIGH_OF_PI_4) {
            return kernelCos(x, 0.0);
        }
        if (top >= HIGH_OF_INFINITY) {
            return Double.NaN;
        }
        PiReduction reduced = PiReduction.of(x);
        return byQuadrant(reduced.quadrant + 1, reduced);
    }

    static double tan(double x) {
        int top = DoubleWords.high(x) & 0x7fffffff;
        if (top <= HIGH_OF_PI_4) {
            return Tangent.kernel(x, 0.0, false);
        }
        if (top >= HIGH_OF_INFINITY) {
            return Double.NaN;
        }
        PiReduction reduced = PiReduction.of(x);
        return Tangent.kernel(reduced.high, reduced.low, (reduced.quadrant & 1) != 0);
    }

    private static double byQuadrant(int quadrant, PiReduction reduced) {
        double value =
                (quadrant & 1) == 0 ? kernelSin(reduced.high, reduced.low) : kernelCos(reduced.high, reduced.low);
        return (quadrant & 2) == 0 ? value : -value;
    }

    private static double kernelSin(double x) {
        double z = x * x;
        double v = z * x;
        double r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
        return x + v * (S1 + z * r);
    }

    private static double kernelSin(double x, double tail) {
        if (Math.abs(x) < 0x1p-27) {
            return x;
        }
        double z = x * x;
        double v = z * x;
        double r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
        return x - ((z * (0.5 * tail - v * r) - tail) - v * S1);
    }

    private static double kernelCos(double x, double tail) {
        int top = DoubleWords.high(x) & 0x7fffffff;
        if (top < 0x3e400000) {
            return 1.0;
        }
        double z = x * x;
        double r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
        if (top < 0x3fd33333) {
            return 1.0 - (0.5 * z - (z * r - x * tail));
        }
        // About a quarter of x, with so few bits that both subtractions of it are exact.
        double quarter = top > 0x3fe90000 ? 0.28125 : DoubleWords.of(top - 0x00200000, 0);
        double half = 0.5 * z - quarter;
        double one = 1.0 - quarter;
        return one - (half - (z * r - x * tail));
    }
}
