package org.multisynq4j.math;

/** The remainder of IEEE 754: what is left after subtracting the nearest multiple, of two equally near the even one. Always exact. */
final class Remainders {
    private Remainders() {}

    static double ieee(double x, double divisor) {
        double p = Math.abs(divisor);
        if (p == 0 || x - x != 0 || p != p) {
            return Double.NaN;
        }
        if (p == Double.POSITIVE_INFINITY) {
            return x;
        }
        // Below twice the divisor; the sum would overflow for the largest divisors, which no number reaches twice.
        double rest = Math.abs(p <= Double.MAX_VALUE / 2 ? x % (p + p) : x);
        if (p < 0x1p-1021) {
            // Half of the divisor might not be a double.
            if (rest + rest > p) {
                rest -= p;
                if (rest + rest >= p) {
                    rest -= p;
                }
            }
        } else {
            double half = 0.5 * p;
            if (rest > half) {
                rest -= p;
                if (rest >= half) {
                    rest -= p;
                }
            }
        }
        return DoubleWords.high(x) < 0 ? -rest : rest;
    }
}
