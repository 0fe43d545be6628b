package org.multisynq4j.text;

/** Exact facts about powers of ten. */
final class Decimals {
    static final double TWO_53 = 9007199254740992.0;

    /** The largest power of ten that a double holds exactly. */
    static final int EXACT_POWERS = 22;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Decimals() {}

    /** 10<sup>n</sup> for n from 0 to {@link #EXACT_POWERS}. */
    static double power(int n) {
        return POWERS[n];
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
