package org.multisynq4j.math;

/**
 * An angle as {@code quadrant × π/2 + (high + low)} with {@code |high| ≤ π/4}; only the lowest two bits of the quadrant have a meaning.
 *
 * <p>Up to 2<sup>19</sup> × π/2 by subtracting a multiple of π/2 given in two, three or four parts of 33 bits, as many as cancellation demands;
 * beyond, by {@link LargePiReduction}.
 */
final class PiReduction {
    private static final double TWO_24 = 16777216.0;
    private static final double TWO_OVER_PI = 6.36619772367581382433e-01;
    private static final double PIO2_1 = 1.57079632673412561417e+00;
    private static final double PIO2_1_TAIL = 6.07710050650619224932e-11;
    private static final double PIO2_2 = 6.07710050630396597660e-11;
    private static final double PIO2_2_TAIL = 2.02226624879595063154e-21;
    private static final double PIO2_3 = 2.02226624871116645580e-21;
    private static final double PIO2_3_TAIL = 8.47842766036889956997e-32;

    private static final int HIGH_OF_3PI_4 = 0x4002d97c;
    private static final int HIGH_OF_PI_2 = 0x3ff921fb;
    private static final int HIGH_OF_MEDIUM = 0x413921fb;

    /** High words of 1 to 32 times π/2: other numbers of that size cannot cancel much. */
    private static final int[] HIGH_OF_MULTIPLES = {
        0x3FF921FB, 0x400921FB, 0x4012D97C, 0x401921FB, 0x401F6A7A, 0x4022D97C, 0x4025FDBB, 0x402921FB,
        0x402C463A, 0x402F6A7A, 0x4031475C, 0x4032D97C, 0x40346B9C, 0x4035FDBB, 0x40378FDB, 0x403921FB,
        0x403AB41B, 0x403C463A, 0x403DD85A, 0x403F6A7A, 0x40407E4C, 0x4041475C, 0x4042106C, 0x4042D97C,
        0x4043A28C, 0x40446B9C, 0x404534AC, 0x4045FDBB, 0x4046C6CB, 0x40478FDB, 0x404858EB, 0x404921FB
    };

    final int quadrant;
    final double high;
    final double low;

    private PiReduction(int quadrant, double high, double low) {
        this.quadrant = quadrant;
        this.high = high;
        this.low = low;
    }

    /** @param x finite, beyond π/4 in magnitude */
    static PiReduction of(double x) {
        int top = DoubleWords.high(x) & 0x7fffffff;
        double magnitude = Math.abs(x);
        PiReduction reduced = top < HIGH_OF_3PI_4
                ? first(magnitude, top)
                : top <= HIGH_OF_MEDIUM ? medium(magnitude, top) : large(magnitude, top);
        return x < 0 ? new PiReduction(-reduced.quadrant, -reduced.high, -reduced.low) : reduced;
    }

    private static PiReduction first(double x, int top) {
        double z = x - PIO2_1;
        double tail = PIO2_1_TAIL;
        if (top == HIGH_OF_PI_2) {
            z -= PIO2_2;
            tail = PIO2_2_TAIL;
        }
        double high = z - tail;
        return new PiReduction(1, high, (z - high) - tail);
    }

    private static PiReduction medium(double x, int top) {
        int n = (int) (x * TWO_OVER_PI + 0.5);
        double fn = n;
        double r = x - fn * PIO2_1;
        double w = fn * PIO2_1_TAIL;
        double high = r - w;
        if (n >= 32 || top == HIGH_OF_MULTIPLES[n - 1]) {
            int exponent = top >> 20;
            if (exponent - exponentOf(high) > 16) {
                double t = r;
                w = fn * PIO2_2;
                r = t - w;
                w = fn * PIO2_2_TAIL - ((t - r) - w);
                high = r - w;
                if (exponent - exponentOf(high) > 49) {
                    t = r;
                    w = fn * PIO2_3;
                    r = t - w;
                    w = fn * PIO2_3_TAIL - ((t - r) - w);
                    high = r - w;
                }
            }
        }
        return new PiReduction(n, high, (r - high) - w);
    }

    private static int exponentOf(double x) {
        return DoubleWords.high(x) >> 20 & 0x7ff;
    }

    /** Cuts the number into three integers of 24 bits and a common exponent. */
    private static PiReduction large(double x, int top) {
        int exponent = (top >> 20) - 1046;
        double z = DoubleWords.of(top - (exponent << 20), DoubleWords.low(x));
        double[] parts = new double[3];
        for (int i = 0; i < 2; i++) {
            parts[i] = (int) z;
            z = (z - parts[i]) * TWO_24;
        }
        parts[2] = z;
        int count = 3;
        while (parts[count - 1] == 0) {
            count--;
        }
        double[] rest = new double[2];
        int quadrant = LargePiReduction.reduce(parts, count, exponent, rest);
        return new PiReduction(quadrant, rest[0], rest[1]);
    }
}
