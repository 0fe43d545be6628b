package org.multisynq4j.math;

/** {@code x^y} as {@code 2^(y log2 x)}, with the logarithm and the product to about 70 bits. */
final class Power {
    private static final int HIGH_OF_ONE = 0x3ff00000;

    private static final double DP_HIGH = 5.84962487220764160156e-01;
    private static final double DP_LOW = 1.35003920212974897128e-08;

    private static final double L1 = 5.99999999999994648725e-01;
    private static final double L2 = 4.28571428578550184252e-01;
    private static final double L3 = 3.33333329818377432918e-01;
    private static final double L4 = 2.72728123808534006489e-01;
    private static final double L5 = 2.30660745775561754067e-01;
    private static final double L6 = 2.06975017800338417784e-01;

    private static final double P1 = 1.66666666666666019037e-01;
    private static final double P2 = -2.77777777770155933842e-03;
    private static final double P3 = 6.61375632143793436117e-05;
    private static final double P4 = -1.65339022054652515390e-06;
    private static final double P5 = 4.13813679705723846039e-08;

    private static final double LN2 = 6.93147180559945286227e-01;
    private static final double LN2_HIGH = 6.93147182464599609375e-01;
    private static final double LN2_LOW = -1.90465429995776804525e-09;

    /** 1024 − log2(largest double + half a unit in its last place), negated. */
    private static final double OVERFLOW_MARGIN = 8.0085662595372944372e-17;

    private static final double TWO_THIRDS_LN2 = 9.61796693925975554329e-01;
    private static final double TWO_THIRDS_LN2_HIGH = 9.61796700954437255859e-01;
    private static final double TWO_THIRDS_LN2_LOW = -7.02846165095275826516e-09;

    private static final double ONE_OVER_LN2 = 1.44269504088896338700e+00;
    private static final double ONE_OVER_LN2_HIGH = 1.44269502162933349609e+00;
    private static final double ONE_OVER_LN2_LOW = 1.92596299112661746887e-08;

    private Power() {}

    static double pow(double x, double y) {
        if (y == 0) {
            return 1.0;
        }
        if (x != x || y != y) {
            return Double.NaN;
        }
        double magnitude = Math.abs(x);
        if (Math.abs(y) == Double.POSITIVE_INFINITY) {
            return infinitePower(magnitude, y > 0);
        }
        if (y == 1) {
            return x;
        }
        if (y == 2) {
            return x * x;
        }
        if (y == -1) {
            return 1.0 / x;
        }
        boolean negative = DoubleWords.high(x) < 0;
        if (y == 0.5 && !negative) {
            return Math.sqrt(x);
        }
        boolean whole = !negative || Math.floor(y) == y;
        double sign = negative && isOdd(y) ? -1.0 : 1.0;
        if (magnitude == 0 || magnitude == 1 || magnitude == Double.POSITIVE_INFINITY) {
            if (magnitude == 1 && !whole) {
                return Double.NaN;
            }
            return sign * (y < 0 ? 1.0 / magnitude : magnitude);
        }
        if (!whole) {
            return Double.NaN;
        }
        int highOfX = DoubleWords.high(magnitude);
        int highOfY = DoubleWords.high(y) & 0x7fffffff;
        if (highOfY <= 0x41e00000) {
            return sign * ofMedium(magnitude, y);
        }
        // The power is huge: only a base very near to one gives neither zero nor infinity.
        boolean beyond = highOfY > 0x43f00000;
        if (highOfX < (beyond ? HIGH_OF_ONE : HIGH_OF_ONE - 1)) {
            return sign * (y < 0 ? Double.POSITIVE_INFINITY : 0.0);
        }
        if (highOfX > (beyond ? HIGH_OF_ONE - 1 : HIGH_OF_ONE)) {
            return sign * (y > 0 ? Double.POSITIVE_INFINITY : 0.0);
        }
        return sign * ofBaseNearOne(magnitude, y);
    }

    private static double infinitePower(double magnitude, boolean positive) {
        if (magnitude == 1) {
            return Double.NaN;
        }
        return magnitude > 1 == positive ? Double.POSITIVE_INFINITY : 0.0;
    }

    /** Every double from 2<sup>53</sup> on is even. */
    private static boolean isOdd(double y) {
        double half = Math.abs(y) * 0.5;
        return Math.abs(y) < 0x1p53 && Math.floor(y) == y && Math.floor(half) != half;
    }

    private static double ofBaseNearOne(double x, double y) {
        double t = x - 1.0;
        double w = (t * t) * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
        double u = ONE_OVER_LN2_HIGH * t;
        double v = t * ONE_OVER_LN2_LOW - w * ONE_OVER_LN2;
        double high = DoubleWords.truncated(u + v);
        double low = v - (high - u);
        return raise(y, high, low);
    }

    private static double ofMedium(double base, double y) {
        double x = base;
        int n = 0;
        int top = DoubleWords.high(x);
        if (top < 0x00100000) {
            x *= 0x1p53;
            n = -53;
            top = DoubleWords.high(x);
        }
        n += (top >> 20) - 1023;
        int fractionBits = top & 0x000fffff;
        int normal = fractionBits | HIGH_OF_ONE;
        // Nearest to 1 below sqrt(3/2), to 3/2 below sqrt(3), else to 1 with the next exponent.
        int interval = 0;
        if (fractionBits > 0x3988e) {
            if (fractionBits < 0xbb67a) {
                interval = 1;
            } else {
                n++;
                normal -= 0x00100000;
            }
        }
        x = DoubleWords.of(normal, DoubleWords.low(x));
        double centre = interval == 0 ? 1.0 : 1.5;
        double dpHigh = interval == 0 ? 0.0 : DP_HIGH;
        double dpLow = interval == 0 ? 0.0 : DP_LOW;

        double u = x - centre;
        double v = 1.0 / (x + centre);
        double s = u * v;
        double sHigh = DoubleWords.truncated(s);
        double tHigh = DoubleWords.of((normal >> 1 | 0x20000000) + 0x00080000 + (interval << 18), 0);
        double tLow = x - (tHigh - centre);
        double sLow = v * ((u - sHigh * tHigh) - sHigh * tLow);
        double s2 = s * s;
        double r = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6)))));
        r += sLow * (sHigh + s);
        s2 = sHigh * sHigh;
        tHigh = DoubleWords.truncated(3.0 + s2 + r);
        tLow = r - ((tHigh - 3.0) - s2);
        u = sHigh * tHigh;
        v = sLow * tHigh + tLow * s;
        double pHigh = DoubleWords.truncated(u + v);
        double pLow = v - (pHigh - u);
        double zHigh = TWO_THIRDS_LN2_HIGH * pHigh;
        double zLow = TWO_THIRDS_LN2_LOW * pHigh + pLow * TWO_THIRDS_LN2 + dpLow;
        double t = n;
        double high = DoubleWords.truncated(((zHigh + zLow) + dpHigh) + t);
        double low = zLow - (((high - t) - dpHigh) - zHigh);
        return raise(y, high, low);
    }

    /** 2 to the power {@code y × (logHigh + logLow)}. */
    private static double raise(double y, double logHigh, double logLow) {
        double yHigh = DoubleWords.truncated(y);
        double pLow = (y - yHigh) * logHigh + y * logLow;
        double pHigh = yHigh * logHigh;
        double z = pLow + pHigh;
        if (z >= 1024 && (z > 1024 || pLow + OVERFLOW_MARGIN > z - pHigh)) {
            return Double.POSITIVE_INFINITY;
        }
        if (z <= -1075 && (z < -1075 || pLow <= z - pHigh)) {
            return 0.0;
        }
        int n = 0;
        int top = DoubleWords.high(z);
        int magnitude = top & 0x7fffffff;
        if (magnitude > 0x3fe00000) {
            // n = z rounded to the nearest whole number, by way of its bits.
            int k = (magnitude >> 20) - 1023;
            n = top + (0x00100000 >> k + 1);
            k = ((n & 0x7fffffff) >> 20) - 1023;
            double whole = DoubleWords.of(n & ~(0x000fffff >> k), 0);
            n = (n & 0x000fffff | 0x00100000) >> 20 - k;
            if (top < 0) {
                n = -n;
            }
            pHigh -= whole;
        }
        double t = DoubleWords.truncated(pLow + pHigh);
        double u = t * LN2_HIGH;
        double v = (pLow - (t - pHigh)) * LN2 + t * LN2_LOW;
        z = u + v;
        double w = v - (z - u);
        t = z * z;
        double t1 = z - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
        double r = (z * t1) / (t1 - 2.0) - (w + z * w);
        z = 1.0 - (r - z);
        int scaled = DoubleWords.high(z) + (n << 20);
        return scaled >> 20 <= 0 ? Scaling.scalb(z, n) : DoubleWords.addToHigh(z, n << 20);
    }
}
