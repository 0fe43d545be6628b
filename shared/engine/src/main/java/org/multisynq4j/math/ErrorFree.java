package org.multisynq4j.math;

/** What rounding took away from a sum or product: itself a double, exactly, unless numbers near the ends of the range are involved. */
public final class ErrorFree {
    /** Cuts a double into two halves of at most 26 bits each (Veltkamp). */
    private static final double SPLITTER = 134217729.0;

    private ErrorFree() {}

    /** {@code a + b} in real numbers is {@code sum + sum(a, b, sum)} for {@code sum} = the double {@code a + b} (Knuth). */
    public static double sum(double a, double b, double sum) {
        double fromB = sum - a;
        double fromA = sum - fromB;
        return (a - fromA) + (b - fromB);
    }

    /**
     * {@code a * b} in real numbers is {@code product + product(a, b, product)} for {@code product} = the double {@code a * b} (Dekker). Needs factors below
     * 2<sup>996</sup> and a product above 2<sup>-968</sup>, in magnitude.
     */
    public static double product(double a, double b, double product) {
        double bigA = SPLITTER * a;
        double highA = bigA - (bigA - a);
        double lowA = a - highA;
        double bigB = SPLITTER * b;
        double highB = bigB - (bigB - b);
        double lowB = b - highB;
        return lowA * lowB - (((product - highA * highB) - lowA * highB) - highA * lowB);
    }
}
