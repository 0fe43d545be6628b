package org.multisynq4j.math;

/** Cube root and the length of a vector. */
final class Roots {
    private static final int B1 = 715094163;
    private static final int B2 = 696219795;
    private static final double C = 5.42857142857142815906e-01;
    private static final double D = -7.05306122448979611050e-01;
    private static final double E = 1.41428571428571436819e+00;
    private static final double F = 1.60714285714285720630e+00;
    private static final double G = 3.57142857142857150787e-01;

    private static final int SCALE_600 = 600 << 20;

    private Roots() {}

    static double cbrt(double argument) {
        if (argument == 0 || argument - argument != 0) {
            return argument;
        }
        double x = Math.abs(argument);
        // A first guess by dividing the exponent by three, good to 5 bits.
        double t;
        if (x < Double.MIN_NORMAL) {
            double scaled = 0x1p54 * x;
            t = DoubleWords.of(DoubleWords.high(scaled) / 3 + B2, DoubleWords.low(scaled));
        } else {
            t = DoubleWords.of(DoubleWords.high(x) / 3 + B1, 0);
        }
        double r = t * t / x;
        double s = C + r * t;
        t *= G + F / (s + E + D / s);
        t = DoubleWords.of(DoubleWords.high(t) + 1, 0);
        s = t * t;
        r = x / s;
        double w = t + t;
        r = (r - t) / (w + r);
        t = t + t * r;
        return argument < 0 ? -t : t;
    }

    static double hypot(double x, double y) {
        double a = Math.abs(x);
        double b = Math.abs(y);
        if (a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        if (a != a || b != b) {
            return Double.NaN;
        }
        if (b > a) {
            double larger = b;
            b = a;
            a = larger;
        }
        int highOfA = DoubleWords.high(a);
        int highOfB = DoubleWords.high(b);
        if (highOfA - highOfB > 60 << 20) {
            return a + b;
        }
        int k = 0;
        if (highOfA > 0x5f300000) {
            a = DoubleWords.addToHigh(a, -SCALE_600);
            b = DoubleWords.addToHigh(b, -SCALE_600);
            highOfA -= SCALE_600;
            highOfB -= SCALE_600;
            k = 600;
        }
        if (highOfB < 0x20b00000) {
            if (b < Double.MIN_NORMAL) {
                if (b == 0) {
                    return a;
                }
                // The high words stay those of the unscaled numbers: an oversight of the published algorithm that
                // decides the last bit.
                a *= 0x1p1022;
                b *= 0x1p1022;
                k -= 1022;
            } else {
                a = DoubleWords.addToHigh(a, SCALE_600);
                b = DoubleWords.addToHigh(b, SCALE_600);
                highOfA += SCALE_600;
                highOfB += SCALE_600;
                k -= 600;
            }
        }
        double w = medium(a, b, highOfA, highOfB);
        return k == 0 ? w : DoubleWords.of(0x3ff00000 + (k << 20), 0) * w;
    }

    private static double medium(double a, double b, int highOfA, int highOfB) {
        double w = a - b;
        if (w > b) {
            double a1 = DoubleWords.of(highOfA, 0);
            double a2 = a - a1;
            return Math.sqrt(a1 * a1 - (b * (-b) - a2 * (a + a1)));
        }
        double twice = a + a;
        double b1 = DoubleWords.of(highOfB, 0);
        double b2 = b - b1;
        double t1 = DoubleWords.of(highOfA + 0x00100000, 0);
        double t2 = twice - t1;
        return Math.sqrt(t1 * b1 - (w * (-w) - (t1 * b2 + t2 * b)));
    }
}
