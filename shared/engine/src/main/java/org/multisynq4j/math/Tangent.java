package org.multisynq4j.math;

/** Tangent, or minus its reciprocal, on [−π/4, π/4]. */
final class Tangent {
    private static final double PIO4 = 7.85398163397448278999e-01;
    private static final double PIO4_LOW = 3.06161699786838301793e-17;

    /** High word from which on (0.6744) the angle's distance to π/4 is used instead. */
    private static final int HIGH_OF_LARGE = 0x3fe59428;

    private static final double T0 = 3.33333333333334091986e-01;
    private static final double T1 = 1.33333333333201242699e-01;
    private static final double T2 = 5.39682539762260521377e-02;
    private static final double T3 = 2.18694882948595424599e-02;
    private static final double T4 = 8.86323982359930005737e-03;
    private static final double T5 = 3.59207910759131235356e-03;
    private static final double T6 = 1.45620945432529025516e-03;
    private static final double T7 = 5.88041240820264096874e-04;
    private static final double T8 = 2.46463134818469906812e-04;
    private static final double T9 = 7.81794442939557092300e-05;
    private static final double T10 = 7.14072491382608190305e-05;
    private static final double T11 = -1.85586374855275456654e-05;
    private static final double T12 = 2.59073051863633712884e-05;

    private Tangent() {}

    /**
     * @param reciprocal whether −1/tan is wanted
     */
    static double kernel(double angle, double angleTail, boolean reciprocal) {
        double x = angle;
        double y = angleTail;
        int top = DoubleWords.high(x) & 0x7fffffff;
        if (top < 0x3e300000) {
            return reciprocal ? minusReciprocal(x + y, x, y) : x;
        }
        boolean large = top >= HIGH_OF_LARGE;
        if (large) {
            if (angle < 0) {
                x = -x;
                y = -y;
            }
            double z = PIO4 - x;
            double w = PIO4_LOW - y;
            x = z + w;
            y = 0.0;
        }
        double z = x * x;
        double w = z * z;
        double r = T1 + w * (T3 + w * (T5 + w * (T7 + w * (T9 + w * T11))));
        double v = z * (T2 + w * (T4 + w * (T6 + w * (T8 + w * (T10 + w * T12)))));
        double s = z * x;
        r = y + z * (s * (r + v) + y);
        r += T0 * s;
        w = x + r;
        if (large) {
            double kind = reciprocal ? -1.0 : 1.0;
            double value = kind - 2.0 * (x - (w * w / (w + kind) - r));
            return angle < 0 ? -value : value;
        }
        return reciprocal ? minusReciprocal(w, x, r) : w;
    }

    /** −1 / (x + r) with the rounding error of {@code sum = x + r} made good. */
    private static double minusReciprocal(double sum, double x, double r) {
        double z = DoubleWords.truncated(sum);
        double v = r - (z - x);
        double a = -1.0 / sum;
        double t = DoubleWords.truncated(a);
        double s = 1.0 + t * z;
        return t + a * (s + t * v);
    }
}
