package org.multisynq4j.math;

import java.util.Random;

/** An endless mixture of arguments: special values, all bit patterns, usual magnitudes, neighbours of multiples of π/2, of powers of two, of 1. */
final class Arguments {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        2,
        -2,
        0.5,
        -0.5,
        3,
        -3,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        -Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Math.PI,
        Math.PI / 2,
        Math.PI / 4,
        -Math.PI,
        3 * Math.PI / 4,
        Math.E,
        Math.sqrt(2),
        Math.sqrt(0.5),
        Math.log(2),
        0.49999999999999994,
        4503599627370495.5,
        4503599627370497.5,
        0x1p52,
        0x1p53,
        0x1p53 + 2,
        -0x1p53,
        0x1p31,
        0x1p32,
        0x1p63,
        -0x1p63,
        0x1p64,
        709.782712893384,
        709.7827128933841,
        -745.1332191019411,
        -745.1332191019412,
        -708.4,
        710.4758600739439,
        710.475860073944,
        0x1.921fb54442d18p0,
        0x1.6ac5b262ca1ffp849,
        1e22,
        1e300,
        1e-300,
        22,
        21.999999999999996,
        0x1p-27,
        0x1p-28,
        0x1p-29,
        0x1p-54,
        0x1p-55,
        0x1p19,
        823549.6645826427,
        1.5,
        2.5,
        1e16,
        1e17,
        0x1p60,
        0x1p-60,
        0x1p500,
        0x1p-500
    };

    private final Random random;
    private int next;

    Arguments(long seed) {
        random = new Random(seed);
    }

    double next() {
        if (next < SPECIAL.length) {
            return SPECIAL[next++];
        }
        switch (random.nextInt(12)) {
            case 0:
                return SPECIAL[random.nextInt(SPECIAL.length)];
            case 1:
            case 2:
                return Double.longBitsToDouble(random.nextLong());
            case 3:
                return random.nextDouble() * 2 - 1;
            case 4:
                return (random.nextDouble() - 0.5) * 20;
            case 5:
                return (random.nextDouble() - 0.5) * 1600;
            case 6:
                return steps(random.nextInt() % (1 << random.nextInt(30) + 1) * (Math.PI / 4), 4);
            case 7:
                return steps(Math.scalb(random.nextBoolean() ? 1.0 : -1.5, random.nextInt(2098) - 1074), 3);
            case 8:
                return 1 + random.nextGaussian() * Math.scalb(1.0, -random.nextInt(54));
            case 9:
                return random.nextInt(4000) / 8.0 - 200;
            case 10:
                return Double.longBitsToDouble(random.nextLong() & 0x800fffffffffffffL);
            default:
                return random.nextGaussian() * Math.scalb(1.0, random.nextInt(1023));
        }
    }

    /** Like {@link #next}, but often in a relation to {@code other} that matters to functions of two numbers. */
    double nextNear(double other) {
        switch (random.nextInt(6)) {
            case 0:
                return steps(other, 3);
            case 1:
                return other * random.nextGaussian();
            case 2:
                return Math.scalb(other, random.nextInt(140) - 70);
            default:
                return next();
        }
    }

    int nextInt() {
        switch (random.nextInt(4)) {
            case 0:
                return random.nextInt(7) - 3;
            case 1:
                return Integer.MIN_VALUE + random.nextInt(6) - 3;
            default:
                return random.nextInt() >> random.nextInt(32);
        }
    }

    long nextLong() {
        switch (random.nextInt(5)) {
            case 0:
                return random.nextInt(7) - 3;
            case 1:
                return Long.MIN_VALUE + random.nextInt(6) - 3;
            case 2:
                return nextInt();
            default:
                return random.nextLong() >> random.nextInt(64);
        }
    }

    float nextFloat() {
        return random.nextBoolean() ? Float.intBitsToFloat(random.nextInt()) : (float) next();
    }

    private double steps(double x, int max) {
        double result = x;
        for (int i = random.nextInt(max); i > 0; i--) {
            result = random.nextBoolean() ? Math.nextUp(result) : Math.nextDown(result);
        }
        return result;
    }
}
