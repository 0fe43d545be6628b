package org.multisynq4j.teavm;

import java.io.Serializable;
import org.teavm.backend.javascript.spi.InjectedBy;

/**
 * Operations with exactly the JVM's semantics, which the plugin puts in the place of those that TeaVM gets wrong. Runs in the browser only, and is itself compiled
 * as it stands.
 */
public final class Exact {
    private static final long FRACTION = 0xFFFFFFFFFFFFFL;
    private static final long IMPLICIT_BIT = 1L << 52;

    /** Always 0, but the compiler does not know: it would fold a division by a constant 0 itself, and fail. */
    private static int zero;

    private static final Object NOWHERE_ELSE = new Object();
    private static Interfaces interfaces;
    private static int usedInt;
    private static long usedLong;
    private static float usedFloat;
    private static double usedDouble;

    private Exact() {}

    // JavaScript: written inline as a parenthesised expression. Without it the code generator drops parentheses and
    // regroups a + (b - c), and does not round
    // floats.

    @InjectedBy(ExactInjector.class)
    public static native double dadd(double a, double b);

    @InjectedBy(ExactInjector.class)
    public static native double dsub(double a, double b);

    @InjectedBy(ExactInjector.class)
    public static native double dmul(double a, double b);

    @InjectedBy(ExactInjector.class)
    public static native double ddiv(double a, double b);

    @InjectedBy(ExactInjector.class)
    public static native double drem(double a, double b);

    @InjectedBy(ExactInjector.class)
    public static native float fadd(float a, float b);

    @InjectedBy(ExactInjector.class)
    public static native float fsub(float a, float b);

    @InjectedBy(ExactInjector.class)
    public static native float fmul(float a, float b);

    @InjectedBy(ExactInjector.class)
    public static native float fdiv(float a, float b);

    @InjectedBy(ExactInjector.class)
    public static native float frem(float a, float b);

    @InjectedBy(ExactInjector.class)
    public static native float d2f(double a);

    /** {@code (int) x}: saturates; NaN gives 0. */
    public static int d2i(double x) {
        if (x != x) {
            return 0;
        }
        if (x >= 2147483647.0) {
            return Integer.MAX_VALUE;
        }
        return x <= -2147483648.0 ? Integer.MIN_VALUE : (int) x;
    }

    /** {@code (long) x}: saturates; NaN gives 0. */
    public static long d2l(double x) {
        if (x != x) {
            return 0;
        }
        if (x >= 9.223372036854775807e18) {
            return Long.MAX_VALUE;
        }
        return x <= -9.223372036854775808e18 ? Long.MIN_VALUE : (long) x;
    }

    /** {@code (float) x}: one rounding. By way of a double there would be two, so the bits that cannot count are first folded into one that still can. */
    public static float l2f(long x) {
        if (x >= -IMPLICIT_BIT && x <= IMPLICIT_BIT) {
            return d2f((double) x);
        }
        long oddIfInexact = (x & 2047) == 0 ? 0 : 1;
        return d2f((double) (x >> 11 | oddIfInexact) * 2048.0);
    }

    // Both targets.

    /** {@code a / b}. */
    public static int idiv(int a, int b) {
        if (b == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return b == -1 ? -a : a / (b | zero);
    }

    /** {@code a % b}. */
    public static int irem(int a, int b) {
        if (b == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return b == -1 ? 0 : a % (b | zero);
    }

    /** {@code a / b}. */
    public static long ldiv(long a, long b) {
        if (b == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return b == -1 ? -a : a / (b | zero);
    }

    /** {@code a % b}. */
    public static long lrem(long a, long b) {
        if (b == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return b == -1 ? 0 : a % (b | zero);
    }

    /**
     * The length of a new array.
     *
     * @throws NegativeArraySizeException as the JVM does; TeaVM would trap or make an array without elements
     */
    public static int arraySize(int size) {
        if (size < 0) {
            throw new NegativeArraySizeException(String.valueOf(size));
        }
        return size;
    }

    /** A constant size that the compiler must not know: it would leave out the bounds check of a constant index. */
    public static int hidden(int value) {
        return value + zero;
    }

    /**
     * Checks a store into an array of objects. A null array and a wrong index are left to the store itself, which fails on them first.
     *
     * @throws ArrayStoreException as the JVM does; TeaVM would store it
     */
    public static void checkStore(Object[] array, int index, Object value) {
        if (value == null || array == null) {
            return;
        }
        Class<?> wanted = array.getClass().getComponentType();
        // First what nearly all stores are: the rest takes several times as long.
        if (wanted != Object.class
                && wanted != value.getClass()
                && !accepts(wanted, value.getClass())
                && index >= 0
                && index < array.length) {
            throw new ArrayStoreException();
        }
    }

    /**
     * Checks a cast to an array of objects.
     *
     * @throws ClassCastException as the JVM does; TeaVM lets any array of objects pass
     */
    public static void checkCast(Object value, Class<?> type) {
        if (value != null && !accepts(type, value.getClass())) {
            throw new ClassCastException();
        }
    }

    /** {@code value instanceof type} for arrays of objects; TeaVM takes any such array for any other in WebAssembly. */
    public static boolean isInstance(Object value, Class<?> type) {
        return value != null && accepts(type, value.getClass());
    }

    /** {@code value instanceof Serializable}; TeaVM leaves out arrays. */
    public static boolean isSerializable(Object value) {
        return value instanceof Serializable
                || value != null && value.getClass().isArray();
    }

    /** {@code (Serializable) value}. */
    public static Object asSerializable(Object value) {
        if (value != null && !isSerializable(value)) {
            throw new ClassCastException();
        }
        return value;
    }

    /** {@code type.isAssignableFrom(actual)}, which is wrong for arrays of objects, fails in WebAssembly for arrays of numbers, and takes an interface there for what implements it. */
    private static boolean accepts(Class<?> type, Class<?> actual) {
        Class<?> wanted = type;
        Class<?> given = actual;
        while (wanted.isArray() && given.isArray()) {
            wanted = wanted.getComponentType();
            given = given.getComponentType();
        }
        if (wanted == given) {
            return true;
        }
        if (wanted.isArray() || wanted.isPrimitive() || given.isPrimitive()) {
            return false;
        }
        if (given.isArray()) {
            return wanted == Object.class || wanted == Cloneable.class || wanted == Serializable.class;
        }
        if (given.isInterface()) {
            return wanted == Object.class
                    || wanted.isInterface() && interfaces != null && interfaces.extend(given, wanted);
        }
        return wanted.isAssignableFrom(given);
    }

    /** From here on it may matter what interfaces extend: only programs that call this pay for knowing it. */
    public static void compareInterfaces() {
        if (interfaces == null) {
            interfaces = new Interfaces();
        }
    }

    private static final class Interfaces {
        boolean extend(Class<?> given, Class<?> wanted) {
            for (Class<?> each : given.getInterfaces()) {
                if (each == wanted || extend(each, wanted)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** What to throw where a static initialiser threw this. */
    public static Throwable initializerFailed(Throwable thrown) {
        Throwable seen = NativeErrors.seen(thrown);
        return seen instanceof Error ? seen : new LinkageError("a static initialiser failed", seen);
    }

    /** Uses a value, so that what computed it is kept, because it may fail. */
    public static void use(int value) {
        usedInt = value;
    }

    /** Uses a value. */
    public static void use(long value) {
        usedLong = value;
    }

    /** Uses a value. */
    public static void use(float value) {
        usedFloat = value;
    }

    /** Uses a value. */
    public static void use(double value) {
        usedDouble = value;
    }

    /** Uses a value, without keeping the object alive. */
    public static void use(Object value) {
        if (value == NOWHERE_ELSE) {
            usedInt++;
        }
    }

    /** {@code Integer.divideUnsigned(a, b)}. */
    public static int divideUnsigned(int a, int b) {
        return Integer.divideUnsigned(a, nonZero(b));
    }

    /** {@code Integer.remainderUnsigned(a, b)}. */
    public static int remainderUnsigned(int a, int b) {
        return Integer.remainderUnsigned(a, nonZero(b));
    }

    /** {@code Long.divideUnsigned(a, b)}. */
    public static long divideUnsigned(long a, long b) {
        if (b == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return Long.divideUnsigned(a, b);
    }

    /** {@code Long.remainderUnsigned(a, b)}. */
    public static long remainderUnsigned(long a, long b) {
        if (b == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return Long.remainderUnsigned(a, b);
    }

    private static int nonZero(int divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return divisor;
    }

    // WebAssembly.

    /** {@code -a}; TeaVM subtracts from 0, which loses the sign of 0. */
    public static double dneg(double a) {
        return a * -1.0;
    }

    /** {@code -a}. */
    public static float fneg(float a) {
        return a * -1f;
    }

    /** {@code a % b}. */
    public static float fmod(float a, float b) {
        return (float) dmod(a, b);
    }

    /** {@code x % y}, exactly, by long division of the fractions. */
    public static double dmod(double x, double y) {
        if (y == 0 || x != x || y != y || x == Double.POSITIVE_INFINITY || x == Double.NEGATIVE_INFINITY) {
            return Double.NaN;
        }
        if (y == Double.POSITIVE_INFINITY || y == Double.NEGATIVE_INFINITY || x == 0) {
            return x;
        }
        long sign = Double.doubleToRawLongBits(x) & Long.MIN_VALUE;
        long bitsX = Double.doubleToRawLongBits(x) & Long.MAX_VALUE;
        long bitsY = Double.doubleToRawLongBits(y) & Long.MAX_VALUE;
        if (bitsX < bitsY) {
            return x;
        }
        if (bitsX == bitsY) {
            return Double.longBitsToDouble(sign);
        }
        int exponentY = exponent(bitsY);
        long fractionY = fraction(bitsY);
        int shiftY = leadingShift(fractionY);
        fractionY <<= shiftY;
        exponentY -= shiftY;
        int exponent = exponent(bitsX);
        long rest = fraction(bitsX);
        int shiftX = leadingShift(rest);
        rest <<= shiftX;
        exponent -= shiftX;
        while (true) {
            if (rest >= fractionY) {
                rest -= fractionY;
                if (rest == 0) {
                    return Double.longBitsToDouble(sign);
                }
            }
            if (exponent == exponentY) {
                break;
            }
            rest <<= 1;
            exponent--;
        }
        int shift = leadingShift(rest);
        rest <<= shift;
        exponent -= shift;
        long bits = exponent > 0 ? (rest - IMPLICIT_BIT) | (long) exponent << 52 : rest >>> 1 - exponent;
        return Double.longBitsToDouble(bits | sign);
    }

    private static int exponent(long bits) {
        int exponent = (int) (bits >>> 52);
        return exponent == 0 ? 1 : exponent;
    }

    private static long fraction(long bits) {
        return bits >>> 52 == 0 ? bits : bits & FRACTION | IMPLICIT_BIT;
    }

    private static int leadingShift(long fraction) {
        return Long.numberOfLeadingZeros(fraction) - 11;
    }
}
