package org.multisynq4j.math;

/** Natural and decimal logarithm, and {@code ln(1 + x)}: the exponent apart, the significand as a series in {@code f / (2 + f)}. */
final class Logarithm {
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double TWO_54 = 0x1p54;

    private static final double L1 = 6.666666666666735130e-01;
    private static final double L2 = 3.999999999940941908e-01;
    private static final double L3 = 2.857142874366239149e-01;
    private static final double L4 = 2.222219843214978396e-01;
    private static final double L5 = 1.818357216161805012e-01;
    private static final double L6 = 1.531383769920937332e-01;
    private static final double L7 = 1.479819860511658591e-01;

    private static final double ONE_OVER_LN10 = 4.34294481903251816668e-01;
    private static final double LOG10_2_HIGH = 3.01029995663611771306e-01;
    private static final double LOG10_2_LOW = 3.69423907715893078616e-13;

    private Logarithm() {}

    static double log(double argument) {
        if (!(argument > 0)) {
            return argument == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (argument == Double.POSITIVE_INFINITY) {
            return argument;
        }
        double x = argument;
        int k = 0;
        if (x < Double.MIN_NORMAL) {
            k = -54;
            x *= TWO_54;
        }
        int top = DoubleWords.high(x);
        k += (top >> 20) - 1023;
        int fractionBits = top & 0xfffff;
        int carry = fractionBits + 0x95f64 & 0x100000;
        k += carry >> 20;
        double f = DoubleWords.addToHigh(x, (fractionBits | carry ^ 0x3ff00000) - top) - 1.0;
        double dk = k;
        if ((0xfffff & 2 + fractionBits) < 3) {
            return nearOne(f, dk);
        }
        double s = f / (2.0 + f);
        double z = s * s;
        double w = z * z;
        double t1 = w * (L2 + w * (L4 + w * L6));
        double t2 = z * (L1 + w * (L3 + w * (L5 + w * L7)));
        double r = t2 + t1;
        if ((fractionBits - 0x6147a | 0x6b851 - fractionBits) > 0) {
            double half = 0.5 * f * f;
            if (k == 0) {
                return f - (half - s * (half + r));
            }
            return dk * LN2_HIGH - ((half - (s * (half + r) + dk * LN2_LOW)) - f);
        }
        if (k == 0) {
            return f - s * (f - r);
        }
        return dk * LN2_HIGH - ((s * (f - r) - dk * LN2_LOW) - f);
    }

    private static double nearOne(double f, double k) {
        if (f == 0) {
            return k == 0 ? 0.0 : k * LN2_HIGH + k * LN2_LOW;
        }
        double r = f * f * (0.5 - 0.33333333333333333 * f);
        return k == 0 ? f - r : k * LN2_HIGH - ((r - k * LN2_LOW) - f);
    }

    static double log10(double argument) {
        if (!(argument > 0)) {
            return argument == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (argument == Double.POSITIVE_INFINITY) {
            return argument;
        }
        double x = argument;
        int k = 0;
        if (x < Double.MIN_NORMAL) {
            k = -54;
            x *= TWO_54;
        }
        int top = DoubleWords.high(x);
        k += (top >> 20) - 1023;
        int negative = k < 0 ? 1 : 0;
        double y = k + negative;
        double significand = DoubleWords.addToHigh(x, (top & 0xfffff | 0x3ff - negative << 20) - top);
        double z = y * LOG10_2_LOW + ONE_OVER_LN10 * log(significand);
        return z + y * LOG10_2_HIGH;
    }

    static double log1p(double x) {
        if (!(x > -1)) {
            return x == -1 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        int top = DoubleWords.high(x);
        int magnitude = top & 0x7fffffff;
        if (magnitude < 0x3e200000) {
            return magnitude < 0x3c900000 ? x : x - x * x * 0.5;
        }
        // About -0.2929 to 0.4142: no exponent to take apart. As signed words, negative numbers lie below positive
        // ones, the nearest to zero lowest.
        if (top < 0x3fda827a && (top > 0 || top <= 0xbfd2bec3)) {
            return log1pOf(x, 1, 0, 0.0);
        }
        double u = x;
        double c = 0.0;
        int k;
        if (top < 0x43400000) {
            u = 1.0 + x;
            k = (DoubleWords.high(u) >> 20) - 1023;
            c = k > 0 ? 1.0 - (u - x) : x - (u - 1.0);
            c /= u;
        } else {
            k = (DoubleWords.high(u) >> 20) - 1023;
        }
        int highOfU = DoubleWords.high(u);
        int fractionBits = highOfU & 0xfffff;
        if (fractionBits < 0x6a09e) {
            u = DoubleWords.addToHigh(u, (fractionBits | 0x3ff00000) - highOfU);
        } else {
            k++;
            u = DoubleWords.addToHigh(u, (fractionBits | 0x3fe00000) - highOfU);
            fractionBits = 0x100000 - fractionBits >> 2;
        }
        return log1pOf(u - 1.0, fractionBits, k, c);
    }

    private static double log1pOf(double f, int fractionBits, int k, double c) {
        double half = 0.5 * f * f;
        if (fractionBits == 0) {
            if (f == 0) {
                return k == 0 ? 0.0 : k * LN2_HIGH + (c + k * LN2_LOW);
            }
            double r = half * (1.0 - 0.66666666666666666 * f);
            return k == 0 ? f - r : k * LN2_HIGH - ((r - (k * LN2_LOW + c)) - f);
        }
        double s = f / (2.0 + f);
        double z = s * s;
        double r = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
        if (k == 0) {
            return f - (half - s * (half + r));
        }
        return k * LN2_HIGH - ((half - (s * (half + r) + (k * LN2_LOW + c))) - f);
    }
}
