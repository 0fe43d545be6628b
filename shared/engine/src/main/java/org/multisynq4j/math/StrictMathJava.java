package org.multisynq4j.math;

/**
 * Every method of {@link java.lang.StrictMath} under its own name and descriptor, with its results bit for bit (a NaN is any NaN), and the same
 * exceptions. {@code random()} is missing: a model must not call it.
 *
 * <p>The build redirects calls of {@code StrictMath} to this class where a platform has no exact implementation of its own; on the JVM it serves as
 * the proof. Relies on {@code Math.sqrt}, {@code floor}, {@code ceil}, {@code abs}, {@code min}, {@code max} and {@code getExponent},
 * which are exact everywhere.
 */
public final class StrictMathJava {
    public static final double E = 2.718281828459045;
    public static final double PI = 3.141592653589793;

    private static final double RADIANS_PER_DEGREE = 0.017453292519943295;
    private static final double DEGREES_PER_RADIAN = 57.29577951308232;

    private StrictMathJava() {}

    public static double sin(double x) {
        return Trigonometry.sin(x);
    }

    public static double cos(double x) {
        return Trigonometry.cos(x);
    }

    public static double tan(double x) {
        return Trigonometry.tan(x);
    }

    public static double asin(double x) {
        return InverseTrigonometry.asin(x);
    }

    public static double acos(double x) {
        return InverseTrigonometry.acos(x);
    }

    public static double atan(double x) {
        return InverseTrigonometry.atan(x);
    }

    public static double atan2(double y, double x) {
        return InverseTrigonometry.atan2(y, x);
    }

    public static double toRadians(double degrees) {
        return degrees * RADIANS_PER_DEGREE;
    }

    public static double toDegrees(double radians) {
        return radians * DEGREES_PER_RADIAN;
    }

    public static double exp(double x) {
        return Exponential.exp(x);
    }

    public static double expm1(double x) {
        return Exponential.expm1(x);
    }

    public static double log(double x) {
        return Logarithm.log(x);
    }

    public static double log10(double x) {
        return Logarithm.log10(x);
    }

    public static double log1p(double x) {
        return Logarithm.log1p(x);
    }

    public static double pow(double x, double y) {
        return Power.pow(x, y);
    }

    public static double sinh(double x) {
        return Hyperbolic.sinh(x);
    }

    public static double cosh(double x) {
        return Hyperbolic.cosh(x);
    }

    public static double tanh(double x) {
        return Hyperbolic.tanh(x);
    }

    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    public static double cbrt(double x) {
        return Roots.cbrt(x);
    }

    public static double hypot(double x, double y) {
        return Roots.hypot(x, y);
    }

    public static double IEEEremainder(double x, double y) {
        return Remainders.ieee(x, y);
    }

    public static double ceil(double x) {
        return Math.ceil(x);
    }

    public static double floor(double x) {
        return Math.floor(x);
    }

    public static double rint(double x) {
        return Rounding.rint(x);
    }

    public static int round(float x) {
        return Rounding.round(x);
    }

    public static long round(double x) {
        return Rounding.round(x);
    }

    public static double ulp(double x) {
        return Rounding.ulp(x);
    }

    public static float ulp(float x) {
        return Rounding.ulp(x);
    }

    public static double nextUp(double x) {
        return Rounding.nextUp(x);
    }

    public static float nextUp(float x) {
        return Rounding.nextUp(x);
    }

    public static double nextDown(double x) {
        return Rounding.nextDown(x);
    }

    public static float nextDown(float x) {
        return Rounding.nextDown(x);
    }

    public static double nextAfter(double start, double direction) {
        return Rounding.nextAfter(start, direction);
    }

    public static float nextAfter(float start, double direction) {
        return Rounding.nextAfter(start, direction);
    }

    public static double scalb(double x, int exponent) {
        return Scaling.scalb(x, exponent);
    }

    public static float scalb(float x, int exponent) {
        return Scaling.scalb(x, exponent);
    }

    public static int getExponent(double x) {
        return Math.getExponent(x);
    }

    public static int getExponent(float x) {
        return Scaling.getExponent(x);
    }

    public static double copySign(double magnitude, double sign) {
        return Scaling.copySign(magnitude, sign);
    }

    public static float copySign(float magnitude, float sign) {
        return Scaling.copySign(magnitude, sign);
    }

    public static double signum(double x) {
        return Scaling.signum(x);
    }

    public static float signum(float x) {
        return Scaling.signum(x);
    }

    public static double fma(double a, double b, double c) {
        return FusedMultiplyAdd.fma(a, b, c);
    }

    public static float fma(float a, float b, float c) {
        return FusedMultiplyAdd.fma(a, b, c);
    }

    public static int abs(int x) {
        return x < 0 ? -x : x;
    }

    public static long abs(long x) {
        return x < 0 ? -x : x;
    }

    public static double abs(double x) {
        return Math.abs(x);
    }

    public static float abs(float x) {
        return Math.abs(x);
    }

    public static int max(int a, int b) {
        return a >= b ? a : b;
    }

    public static long max(long a, long b) {
        return a >= b ? a : b;
    }

    public static float max(float a, float b) {
        return Math.max(a, b);
    }

    public static double max(double a, double b) {
        return Math.max(a, b);
    }

    public static int min(int a, int b) {
        return a <= b ? a : b;
    }

    public static long min(long a, long b) {
        return a <= b ? a : b;
    }

    public static float min(float a, float b) {
        return Math.min(a, b);
    }

    public static double min(double a, double b) {
        return Math.min(a, b);
    }

    public static int addExact(int a, int b) {
        return WholeNumbers.toInt((long) a + b);
    }

    public static long addExact(long a, long b) {
        return WholeNumbers.add(a, b);
    }

    public static int subtractExact(int a, int b) {
        return WholeNumbers.toInt((long) a - b);
    }

    public static long subtractExact(long a, long b) {
        return WholeNumbers.subtract(a, b);
    }

    public static int multiplyExact(int a, int b) {
        return WholeNumbers.toInt((long) a * b);
    }

    public static long multiplyExact(long a, int b) {
        return WholeNumbers.multiply(a, b);
    }

    public static long multiplyExact(long a, long b) {
        return WholeNumbers.multiply(a, b);
    }

    public static int incrementExact(int a) {
        return WholeNumbers.toInt((long) a + 1);
    }

    public static long incrementExact(long a) {
        return WholeNumbers.add(a, 1);
    }

    public static int decrementExact(int a) {
        return WholeNumbers.toInt((long) a - 1);
    }

    public static long decrementExact(long a) {
        return WholeNumbers.subtract(a, 1);
    }

    public static int negateExact(int a) {
        return WholeNumbers.toInt(-(long) a);
    }

    public static long negateExact(long a) {
        return WholeNumbers.negate(a);
    }

    public static int toIntExact(long a) {
        return WholeNumbers.toInt(a);
    }

    public static int absExact(int a) {
        return WholeNumbers.abs(a);
    }

    public static long absExact(long a) {
        return WholeNumbers.abs(a);
    }

    public static long multiplyFull(int a, int b) {
        return (long) a * b;
    }

    public static long multiplyHigh(long a, long b) {
        return WholeNumbers.multiplyHigh(a, b);
    }

    public static int floorDiv(int a, int b) {
        return WholeNumbers.floorDiv(a, b);
    }

    public static long floorDiv(long a, int b) {
        return WholeNumbers.floorDiv(a, b);
    }

    public static long floorDiv(long a, long b) {
        return WholeNumbers.floorDiv(a, b);
    }

    public static int floorMod(int a, int b) {
        return WholeNumbers.floorMod(a, b);
    }

    public static int floorMod(long a, int b) {
        return (int) WholeNumbers.floorMod(a, (long) b);
    }

    public static long floorMod(long a, long b) {
        return WholeNumbers.floorMod(a, b);
    }
}
