package org.multisynq4j.text;

/** Exact facts about powers of ten and products of doubles. */
final class Decimals {
    static final double TWO_53 = 9007199254740992.0;

    /** The largest power of ten that a double holds exactly. */
    static final int EXACT_POWERS = 22;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Cuts a double into two halves of at most 26 bits each (Veltkamp). */
    private static final double SPLITTER = 134217729.0;

    private Decimals() {}

    /** 10<sup>n</sup> for n from 0 to {@link #EXACT_POWERS}. */
    static double power(int n) {
        return POWERS[n];
    }

    /**
     * The rounding error of {@code a * b}, exactly: {@code a * b} in real numbers is {@code product + lowPart(a, b, product)} (Dekker). Needs factors
     * well inside the range of doubles.
     */
    static double lowPart(double a, double b, double product) {
        double bigA = SPLITTER * a;
        double highA = bigA - (bigA - a);
        double lowA = a - highA;
        double bigB = SPLITTER * b;
        double highB = bigB - (bigB - b);
        double lowB = b - highB;
        return lowA * lowB - (((product - highA * highB) - lowA * highB) - highA * lowB);
    }

    /** The n with 10<sup>n</sup> ≤ x &lt; 10<sup>n+1</sup>, for x from 1e-22 to 1e22; may be one too great if x is just below a power of ten. */
    static int exponentOf(double x) {
        int n = 0;
        if (x >= 1) {
            while (n < EXACT_POWERS && x >= POWERS[n + 1]) {
                n++;
            }
            return n;
        }
        while (n < EXACT_POWERS && x * POWERS[n] < 1) {
            n++;
        }
        return -n;
    }
}
