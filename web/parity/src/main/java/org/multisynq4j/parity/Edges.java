package org.multisynq4j.parity;

/** Prints the results of every arithmetic operation on every pair of awkward values, and of operations that must fail. */
public final class Edges {
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        1,
        -1,
        0.1,
        -0.3,
        1.5,
        2.5,
        1e300,
        -1e300,
        4.9e-324,
        -4.9e-324,
        2.2250738585072014E-308,
        1e-310,
        3,
        1e19,
        -1e19,
        9007199254740993.0,
        2147483647.0,
        2147483648.0,
        -2147483649.0,
        4294967296.0,
        1 / 3.0,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };
    private static final float[] FLOATS = {
        0f,
        -0f,
        1f,
        -1f,
        0.1f,
        1.5f,
        3.4e38f,
        -3.4e38f,
        1.4e-45f,
        16777217f,
        1e10f,
        1 / 3f,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };
    private static final int[] INTS = {
        0, 1, -1, 2, 3, -7, 10, 31, 32, 33, 65535, 65536, 46341, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x55555555
    };
    private static final long[] LONGS = {
        0,
        1,
        -1,
        2,
        7,
        -7,
        63,
        64,
        65,
        1L << 31,
        1L << 32,
        (1L << 53) + 1,
        -(1L << 53) - 1,
        (1L << 24) + 1,
        0x7fffff4000000001L,
        0x7fffffbfffffffffL,
        -0x7fffff4000000001L,
        0x4000004000000001L,
        0x20000020000000L + 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private static long hash;
    private static StringBuilder line = new StringBuilder();

    private Edges() {}

    private static void put(double x) {
        put(Double.doubleToLongBits(x));
    }

    private static void put(float x) {
        put((long) Float.floatToIntBits(x));
    }

    private static void put(boolean x) {
        put(x ? 1L : 0L);
    }

    private static void put(long x) {
        hash = (hash ^ x) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        line.append(Long.toHexString(x)).append(' ');
    }

    private static void end(String name) {
        System.out.println(name + " " + Long.toHexString(hash) + " " + line);
        line = new StringBuilder();
    }

    public static void main(String[] args) {
        hash = 0;
        for (double a : DOUBLES) {
            put(a);
            put(-a);
            put((int) a);
            put((long) a);
            put((float) a);
            put((long) (char) a);
            put((long) (byte) a);
            put((long) (short) a);
            put(Double.doubleToRawLongBits(a));
            end("D1");
            for (double b : DOUBLES) {
                put(a + b);
                put(a - b);
                put(a * b);
                put(a / b);
                put(a % b);
                put(a < b);
                put(a <= b);
                put(a > b);
                put(a >= b);
                put(a == b);
                put(a != b);
                put(!(a < b));
                put(!(a >= b));
                put(a + (b - a));
                put(a * (b / a));
                put(a - (b - (a - b)));
                put(-(a - b));
                put(a + b > 0 ? 1.5 * a : b);
                put(Math.min(a, b));
                put(Math.max(a, b));
                put((long) Double.compare(a, b));
                double c = a;
                c += b;
                c -= a * b;
                put(c);
                put(Math.sqrt(a) + Math.floor(b));
                put(Math.abs(a) - Math.ceil(b));
                put(Math.signum(a) + Math.copySign(a, b));
                put(Math.nextUp(a));
                put((long) Math.getExponent(a));
            }
            end("D2");
        }
        for (float a : FLOATS) {
            put(a);
            put(-a);
            put((int) a);
            put((long) a);
            put((double) a);
            put((long) (char) a);
            put((long) Float.floatToRawIntBits(a));
            for (float b : FLOATS) {
                put(a + b);
                put(a - b);
                put(a * b);
                put(a / b);
                put(a % b);
                put(a < b);
                put(a >= b);
                put(a == b);
                put(a + (b - a));
                put(a * b * a);
                float c = a;
                c += b;
                c *= 0.1;
                put(c);
                c++;
                put(c);
                put((double) a * b);
                put((long) Float.compare(a, b));
                put(Math.min(a, b));
                put(Math.max(a, b));
            }
            end("F");
        }
        for (int a : INTS) {
            put((float) a);
            put((double) a);
            put((long) a);
            put((long) (byte) a);
            put((long) (char) a);
            put((long) (short) a);
            put((long) -a);
            put((long) ~a);
            put((long) Math.abs(a));
            put((long) Integer.bitCount(a));
            put((long) Integer.reverse(a));
            put((long) Integer.numberOfLeadingZeros(a));
            for (int b : INTS) {
                put((long) (a + b));
                put((long) (a - b));
                put((long) (a * b));
                put((long) (a & b | a ^ b));
                put((long) (a << b));
                put((long) (a >> b));
                put((long) (a >>> b));
                put((long) idiv(a, b));
                put((long) irem(a, b));
                put((long) floorMod(a, b));
                put((long) Integer.compare(a, b));
                put((long) Integer.compareUnsigned(a, b));
                int c = a;
                c += 0.7 * b;
                put((long) c);
                c *= b;
                put((long) c);
                byte d = (byte) a;
                d += b;
                put((long) d);
                char e = (char) a;
                e *= b;
                put((long) e);
            }
            end("I");
        }
        for (long a : LONGS) {
            put((float) a);
            put((double) a);
            put((int) a);
            put(-a);
            put((long) Long.bitCount(a));
            put((long) Long.numberOfTrailingZeros(a));
            for (long b : LONGS) {
                put(a + b);
                put(a - b);
                put(a * b);
                put(a & b);
                put(a | b);
                put(a ^ b);
                put(a << b);
                put(a >> b);
                put(a >>> b);
                put(ldiv(a, b));
                put(lrem(a, b));
                put(a < b);
                put(a >= b);
                put((long) Long.compare(a, b));
                put((long) Long.hashCode(a ^ b));
                put((float) (a + b));
                put((double) (a * b));
                put(Math.floorDiv(a, b == 0 ? 3 : b));
            }
            end("L");
        }
        constants();
        Failures.all(Edges::failure);
        Initializers.all(line -> System.out.println("INIT " + line));
    }

    private static void failure(String name, Runnable body) {
        String result;
        Failures.steps = 0;
        try {
            body.run();
            result = "nothing";
        } catch (RuntimeException e) {
            result = Failures.name(e);
        }
        System.out.println("FAIL " + name + " " + result + " " + Failures.steps);
    }

    private static int idiv(int a, int b) {
        try {
            return a / b;
        } catch (ArithmeticException e) {
            return 77;
        }
    }

    private static int irem(int a, int b) {
        try {
            return a % b;
        } catch (ArithmeticException e) {
            return 78;
        }
    }

    private static int floorMod(int a, int b) {
        try {
            return Math.floorMod(a, b);
        } catch (ArithmeticException e) {
            return 79;
        }
    }

    private static long ldiv(long a, long b) {
        try {
            return a / b;
        } catch (ArithmeticException e) {
            return 77;
        }
    }

    private static long lrem(long a, long b) {
        try {
            return a % b;
        } catch (ArithmeticException e) {
            return 78;
        }
    }

    /** Constants that the compiler of the browser folds, where javac does not: through local variables. */
    private static void constants() {
        float f = 0.1f;
        float g = 0.2f;
        double d = 0.1;
        double zero = 0.0;
        double minusZero = -0.0;
        int big = Integer.MAX_VALUE;
        long l = 0x7fffff4000000001L;
        put(f + g);
        put(f * g);
        put(f / 3);
        put(d + f);
        put(d + (d - 0.3));
        put(zero * -1);
        put(minusZero);
        put(0.0 - zero);
        put(zero == minusZero);
        put(1 / minusZero);
        put(zero / zero);
        put(big + 1L);
        put((long) (big + 1));
        put((long) (big * big));
        put((float) l);
        put((double) l);
        put((long) (int) 1e10);
        put((long) (char) 70000.7);
        put((long) (float) 1e39);
        put((float) 1e-46);
        put(big / -1L);
        put(16777217 * f);
        put((float) 16777217);
        put(1e308 * 10 - 1e308 * 10);
        put(-f % g);
        put(5 % -3 + -5 % 3 + -5 / 3);
        put(1L << 65);
        put((long) (1 << 33));
        end("C");
    }
}
