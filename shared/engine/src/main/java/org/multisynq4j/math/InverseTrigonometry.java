package org.multisynq4j.math;

/** Arc sine, cosine and tangent. */
final class InverseTrigonometry {
    private static final double PI = 3.14159265358979311600e+00;
    private static final double PI_LOW = 1.2246467991473531772e-16;
    private static final double PIO2 = 1.57079632679489655800e+00;
    private static final double PIO2_LOW = 6.12323399573676603587e-17;
    private static final double PIO4 = 7.85398163397448278999e-01;

    private static final int HIGH_OF_ONE = 0x3ff00000;

    private static final double P0 = 1.66666666666666657415e-01;
    private static final double P1 = -3.25565818622400915405e-01;
    private static final double P2 = 2.01212532134862925881e-01;
    private static final double P3 = -4.00555345006794114027e-02;
    private static final double P4 = 7.91534994289814532176e-04;
    private static final double P5 = 3.47933107596021167570e-05;
    private static final double Q1 = -2.40339491173441421878e+00;
    private static final double Q2 = 2.02094576023350569471e+00;
    private static final double Q3 = -6.88283971605453293030e-01;
    private static final double Q4 = 7.70381505559019352791e-02;

    private static final double[] ATAN_HIGH = {
        4.63647609000806093515e-01, 7.85398163397448278999e-01, 9.82793723247329054082e-01, 1.57079632679489655800e+00
    };
    private static final double[] ATAN_LOW = {
        2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17, 6.12323399573676603587e-17
    };

    private static final double A0 = 3.33333333333329318027e-01;
    private static final double A1 = -1.99999999998764832476e-01;
    private static final double A2 = 1.42857142725034663711e-01;
    private static final double A3 = -1.11111104054623557880e-01;
    private static final double A4 = 9.09088713343650656196e-02;
    private static final double A5 = -7.69187620504482999495e-02;
    private static final double A6 = 6.66107313738753120669e-02;
    private static final double A7 = -5.83357013379057348645e-02;
    private static final double A8 = 4.97687799461593236017e-02;
    private static final double A9 = -3.65315727442169155270e-02;
    private static final double A10 = 1.62858201153657823623e-02;

    private InverseTrigonometry() {}

    static double asin(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude < 1)) {
            return magnitude == 1 ? x * PIO2 + x * PIO2_LOW : Double.NaN;
        }
        if (magnitude < 0.5) {
            return magnitude < 0x1p-27 ? x : x + x * ratio(x * x);
        }
        double t = (1.0 - magnitude) * 0.5;
        double r = ratio(t);
        double s = Math.sqrt(t);
        double result;
        if ((DoubleWords.high(x) & 0x7fffffff) >= 0x3fef3333) {
            result = PIO2 - (2.0 * (s + s * r) - PIO2_LOW);
        } else {
            double w = DoubleWords.truncated(s);
            double c = (t - w * w) / (s + w);
            double p = 2.0 * s * r - (PIO2_LOW - 2.0 * c);
            double q = PIO4 - 2.0 * w;
            result = PIO4 - (p - q);
        }
        return x > 0 ? result : -result;
    }

    static double acos(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude < 1)) {
            return x == 1 ? 0.0 : x == -1 ? PI + 2.0 * PIO2_LOW : Double.NaN;
        }
        if (magnitude < 0.5) {
            if ((DoubleWords.high(x) & 0x7fffffff) <= 0x3c600000) {
                return PIO2 + PIO2_LOW;
            }
            return PIO2 - (x - (PIO2_LOW - x * ratio(x * x)));
        }
        if (x < 0) {
            double z = (1.0 + x) * 0.5;
            double s = Math.sqrt(z);
            double w = ratio(z) * s - PIO2_LOW;
            return PI - 2.0 * (s + w);
        }
        double z = (1.0 - x) * 0.5;
        double s = Math.sqrt(z);
        double upper = DoubleWords.truncated(s);
        double c = (z - upper * upper) / (s + upper);
        double w = ratio(z) * s + c;
        return 2.0 * (upper + w);
    }

    private static double ratio(double t) {
        double p = t * (P0 + t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5)))));
        double q = 1.0 + t * (Q1 + t * (Q2 + t * (Q3 + t * Q4)));
        return p / q;
    }

    static double atan(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < 0.4375) {
            return magnitude < 0x1p-29 ? x : x - x * atanSeries(x);
        }
        if (!(magnitude < 0x1p66)) {
            if (x != x) {
                return Double.NaN;
            }
            return x > 0 ? ATAN_HIGH[3] + ATAN_LOW[3] : -ATAN_HIGH[3] - ATAN_LOW[3];
        }
        int id;
        double t;
        if (magnitude < 0.6875) {
            id = 0;
            t = (2.0 * magnitude - 1.0) / (2.0 + magnitude);
        } else if (magnitude < 1.1875) {
            id = 1;
            t = (magnitude - 1.0) / (magnitude + 1.0);
        } else if (magnitude < 2.4375) {
            id = 2;
            t = (magnitude - 1.5) / (1.0 + 1.5 * magnitude);
        } else {
            id = 3;
            t = -1.0 / magnitude;
        }
        double z = ATAN_HIGH[id] - ((t * atanSeries(t) - ATAN_LOW[id]) - t);
        return x < 0 ? -z : z;
    }

    private static double atanSeries(double x) {
        double z = x * x;
        double w = z * z;
        double odd = z * (A0 + w * (A2 + w * (A4 + w * (A6 + w * (A8 + w * A10)))));
        double even = w * (A1 + w * (A3 + w * (A5 + w * (A7 + w * A9))));
        return odd + even;
    }

    static double atan2(double y, double x) {
        if (x != x || y != y) {
            return Double.NaN;
        }
        if (x == 1) {
            return atan(y);
        }
        int highOfX = DoubleWords.high(x);
        int highOfY = DoubleWords.high(y);
        double sign = highOfY < 0 ? -1.0 : 1.0;
        if (y == 0) {
            return highOfX < 0 ? sign * PI : y;
        }
        if (x == 0) {
            return sign * PIO2;
        }
        boolean infiniteY = Math.abs(y) == Double.POSITIVE_INFINITY;
        if (Math.abs(x) == Double.POSITIVE_INFINITY) {
            if (infiniteY) {
                return sign * (x > 0 ? PIO4 : 3.0 * PIO4);
            }
            return sign * (x > 0 ? 0.0 : PI);
        }
        if (infiniteY) {
            return sign * PIO2;
        }
        double z = quotientAngle(y, x, (highOfY & 0x7fffffff) - (highOfX & 0x7fffffff) >> 20);
        if (x > 0) {
            return y > 0 ? z : -z;
        }
        return y > 0 ? PI - (z - PI_LOW) : (z - PI_LOW) - PI;
    }

    private static double quotientAngle(double y, double x, int exponents) {
        if (exponents > 60) {
            return PIO2 + 0.5 * PI_LOW;
        }
        return x < 0 && exponents < -60 ? 0.0 : atan(Math.abs(y / x));
    }
}
