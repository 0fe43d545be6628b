package org.multisynq4j.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares every method with the JDK's. {@code -Dlong=true} takes ten million arguments each instead of 200,000; {@code -Dseed=…} repeats a run. */
class StrictMathJavaTest {
    private static final long SEED = Long.getLong("seed", 20261120L);
    private static final int COUNT = Boolean.getBoolean("long") ? 10_000_000 : 200_000;
    /** Since JDK 18 to 25; models are compiled for 17. */
    private static final Set<String> NEWER = Set.of(
            "ceilDiv",
            "ceilDivExact",
            "ceilMod",
            "ceilModExact",
            "clamp",
            "divideExact",
            "floorDivExact",
            "powExact",
            "unsignedMultiplyExact",
            "unsignedMultiplyHigh",
            "unsignedPowExact");

    private static long compared;

    private static final int SIMPLE_COUNT = Math.min(COUNT, 1_000_000) / 4;

    @Test
    void hasEveryMethodButRandom() {
        Set<String> missing = signatures(StrictMath.class);
        missing.removeAll(signatures(StrictMathJava.class));
        missing.removeIf(name -> name.startsWith("double random(") || NEWER.contains(name.split("[ (\\[]")[1]));
        assertThat(missing).isEmpty();
        assertThat(StrictMathJava.PI).isEqualTo(StrictMath.PI);
        assertThat(StrictMathJava.E).isEqualTo(StrictMath.E);
    }

    @AfterAll
    static void printTotals() {
        System.out.println("StrictMath: " + compared + " results compared, seed " + SEED);
    }

    private static Set<String> signatures(Class<?> type) {
        Set<String> result = new TreeSet<>();
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
                result.add(method.getReturnType() + " " + method.getName()
                        + Arrays.toString(method.getParameterTypes()).replace("[]", "()"));
            }
        }
        return result;
    }

    @TestFactory
    Stream<DynamicTest> functionsOfOneNumber() {
        List<DynamicTest> tests = new ArrayList<>();
        one(tests, "sin", StrictMath::sin, StrictMathJava::sin);
        one(tests, "cos", StrictMath::cos, StrictMathJava::cos);
        one(tests, "tan", StrictMath::tan, StrictMathJava::tan);
        one(tests, "asin", StrictMath::asin, StrictMathJava::asin);
        one(tests, "acos", StrictMath::acos, StrictMathJava::acos);
        one(tests, "atan", StrictMath::atan, StrictMathJava::atan);
        one(tests, "exp", StrictMath::exp, StrictMathJava::exp);
        one(tests, "expm1", StrictMath::expm1, StrictMathJava::expm1);
        one(tests, "log", StrictMath::log, StrictMathJava::log);
        one(tests, "log10", StrictMath::log10, StrictMathJava::log10);
        one(tests, "log1p", StrictMath::log1p, StrictMathJava::log1p);
        one(tests, "sinh", StrictMath::sinh, StrictMathJava::sinh);
        one(tests, "cosh", StrictMath::cosh, StrictMathJava::cosh);
        one(tests, "tanh", StrictMath::tanh, StrictMathJava::tanh);
        one(tests, "cbrt", StrictMath::cbrt, StrictMathJava::cbrt);
        one(tests, "sqrt", StrictMath::sqrt, StrictMathJava::sqrt);
        one(tests, "rint", StrictMath::rint, StrictMathJava::rint);
        one(tests, "ceil", StrictMath::ceil, StrictMathJava::ceil);
        one(tests, "floor", StrictMath::floor, StrictMathJava::floor);
        one(tests, "toRadians", StrictMath::toRadians, StrictMathJava::toRadians);
        one(tests, "toDegrees", StrictMath::toDegrees, StrictMathJava::toDegrees);
        one(tests, "ulp", StrictMath::ulp, StrictMathJava::ulp);
        one(tests, "signum", StrictMath::signum, StrictMathJava::signum);
        one(tests, "nextUp", StrictMath::nextUp, StrictMathJava::nextUp);
        one(tests, "nextDown", StrictMath::nextDown, StrictMathJava::nextDown);
        one(tests, "abs", StrictMath::abs, StrictMathJava::abs);
        one(tests, "getExponent", StrictMath::getExponent, StrictMathJava::getExponent);
        one(
                tests,
                "round",
                x -> Double.longBitsToDouble(StrictMath.round(x)),
                x -> Double.longBitsToDouble(StrictMathJava.round(x)));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> functionsOfTwoNumbers() {
        List<DynamicTest> tests = new ArrayList<>();
        two(tests, "atan2", StrictMath::atan2, StrictMathJava::atan2);
        two(tests, "pow", StrictMath::pow, StrictMathJava::pow);
        two(tests, "hypot", StrictMath::hypot, StrictMathJava::hypot);
        two(tests, "IEEEremainder", StrictMath::IEEEremainder, StrictMathJava::IEEEremainder);
        two(tests, "nextAfter", StrictMath::nextAfter, StrictMathJava::nextAfter);
        two(tests, "copySign", StrictMath::copySign, StrictMathJava::copySign);
        two(tests, "max", StrictMath::max, StrictMathJava::max);
        two(tests, "min", StrictMath::min, StrictMathJava::min);
        return tests.stream();
    }

    /** Every pair from values where the definition has a special case. */
    @Test
    void powersOfSpecialValues() {
        double[] values = {
            0.0,
            1,
            2,
            3,
            4,
            5,
            0.5,
            1.5,
            2.5,
            0.25,
            1.0 / 3,
            1e300,
            1e-300,
            0x1p52,
            0x1p52 + 1,
            0x1p53 - 1,
            0x1p53,
            0x1p54,
            0x1p31,
            0x1p31 - 1,
            0x1p32 + 1,
            0x1p63,
            0x1p64,
            0x1p65,
            1023,
            1024,
            1074,
            1075,
            1022,
            1021,
            0.9999999999999999,
            1.0000000000000002,
            0.99999,
            1.00001,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NaN,
            0x1.fffffp0,
            0x1.fffffp-1,
            0x1.00001p0
        };
        for (double a : values) {
            for (double b : values) {
                for (int signs = 0; signs < 4; signs++) {
                    double x = (signs & 1) == 0 ? a : -a;
                    double y = (signs & 2) == 0 ? b : -b;
                    same("pow", StrictMath.pow(x, y), StrictMathJava.pow(x, y), x, y);
                    same("atan2", StrictMath.atan2(x, y), StrictMathJava.atan2(x, y), x, y);
                    same("hypot", StrictMath.hypot(x, y), StrictMathJava.hypot(x, y), x, y);
                    same("IEEEremainder", StrictMath.IEEEremainder(x, y), StrictMathJava.IEEEremainder(x, y), x, y);
                    for (double c : values) {
                        same("fma", StrictMath.fma(x, y, c), StrictMathJava.fma(x, y, c), x, y, c);
                        same("fma", StrictMath.fma(x, y, -c), StrictMathJava.fma(x, y, -c), x, y, -c);
                    }
                }
            }
        }
    }

    /** Powers whose result is an ordinary number, which random pairs seldom have. */
    @Test
    void powersOfOrdinaryNumbers() {
        Arguments arguments = new Arguments(SEED + 5);
        for (int i = 0; i < COUNT; i++) {
            double x = Math.abs(arguments.next());
            double result = arguments.next();
            double y = Math.log(Math.abs(result)) / Math.log(x);
            same("pow", StrictMath.pow(x, y), StrictMathJava.pow(x, y), x, y);
        }
    }

    @Test
    void multiplyAddRoundsOnce() {
        Arguments arguments = new Arguments(SEED + 6);
        for (int i = 0; i < SIMPLE_COUNT; i++) {
            double a = arguments.next();
            double b = arguments.nextNear(a);
            double c =
                    i % 3 == 0 ? arguments.nextNear(-a * b) : i % 3 == 1 ? arguments.nextNear(a * b) : arguments.next();
            same("fma", StrictMath.fma(a, b, c), StrictMathJava.fma(a, b, c), a, b, c);
            float fa = arguments.nextFloat();
            float fb = arguments.nextFloat();
            float fc = i % 2 == 0 ? arguments.nextFloat() : -fa * fb + arguments.nextFloat() * 1e-7f;
            same("fma of floats", StrictMath.fma(fa, fb, fc), StrictMathJava.fma(fa, fb, fc), fa, fb, fc);
        }
    }

    @Test
    void functionsOfFloats() {
        Arguments arguments = new Arguments(SEED + 7);
        for (int i = 0; i < SIMPLE_COUNT; i++) {
            float x = arguments.nextFloat();
            float y = arguments.nextFloat();
            double z = i % 2 == 0 ? arguments.next() : x;
            int n = arguments.nextInt();
            same("round", StrictMath.round(x), StrictMathJava.round(x), x);
            same("ulp", StrictMath.ulp(x), StrictMathJava.ulp(x), x);
            same("nextUp", StrictMath.nextUp(x), StrictMathJava.nextUp(x), x);
            same("nextDown", StrictMath.nextDown(x), StrictMathJava.nextDown(x), x);
            same("nextAfter", StrictMath.nextAfter(x, z), StrictMathJava.nextAfter(x, z), x, z);
            same("signum", StrictMath.signum(x), StrictMathJava.signum(x), x);
            same("abs", StrictMath.abs(x), StrictMathJava.abs(x), x);
            same("getExponent", StrictMath.getExponent(x), StrictMathJava.getExponent(x), x);
            same("copySign", StrictMath.copySign(x, y), StrictMathJava.copySign(x, y), x, y);
            same("max", StrictMath.max(x, y), StrictMathJava.max(x, y), x, y);
            same("min", StrictMath.min(x, y), StrictMathJava.min(x, y), x, y);
            same("scalb", StrictMath.scalb(x, n), StrictMathJava.scalb(x, n), x, n);
            same("scalb", StrictMath.scalb(x, n % 310), StrictMathJava.scalb(x, n % 310), x, n % 310);
            same("scalb", StrictMath.scalb(z, n % 2200), StrictMathJava.scalb(z, n % 2200), z, n % 2200);
        }
    }

    @Test
    void functionsOfIntegersAndTheirErrors() {
        Arguments arguments = new Arguments(SEED + 8);
        for (int i = 0; i < SIMPLE_COUNT / 4; i++) {
            int a = arguments.nextInt();
            int b = arguments.nextInt();
            long c = arguments.nextLong();
            long d = arguments.nextLong();
            for (Method method : StrictMathJava.class.getDeclaredMethods()) {
                Class<?>[] types = method.getParameterTypes();
                if (!Modifier.isPublic(method.getModifiers()) || types[0] == double.class || types[0] == float.class) {
                    continue;
                }
                Object[] values = new Object[types.length];
                for (int j = 0; j < types.length; j++) {
                    values[j] = types[j] == int.class ? (Object) (j == 0 ? a : b) : (Object) (j == 0 ? c : d);
                }
                String what = "seed " + SEED + ": " + method.getName() + Arrays.toString(values);
                if (!outcome(StrictMath.class, method, values).equals(outcome(StrictMathJava.class, method, values))) {
                    assertThat(outcome(StrictMathJava.class, method, values))
                            .as(what)
                            .isEqualTo(outcome(StrictMath.class, method, values));
                }
            }
        }
    }

    private static Object outcome(Class<?> type, Method method, Object[] values) {
        try {
            return type.getMethod(method.getName(), method.getParameterTypes()).invoke(null, values);
        } catch (ReflectiveOperationException e) {
            // The JVM leaves out the message of an arithmetic error that it has seen often (before JDK 25: of divisions
            // only).
            return e.getCause() instanceof ArithmeticException ? "ArithmeticException" : String.valueOf(e.getCause());
        }
    }

    private static void one(List<DynamicTest> tests, String name, DoubleUnaryOperator jdk, DoubleUnaryOperator ours) {
        tests.add(DynamicTest.dynamicTest(name, () -> {
            Arguments arguments = new Arguments(SEED + name.hashCode());
            for (int i = 0; i < COUNT; i++) {
                double x = arguments.next();
                same(name, jdk.applyAsDouble(x), ours.applyAsDouble(x), x);
            }
        }));
    }

    private static void two(List<DynamicTest> tests, String name, DoubleBinaryOperator jdk, DoubleBinaryOperator ours) {
        tests.add(DynamicTest.dynamicTest(name, () -> {
            Arguments arguments = new Arguments(SEED + name.hashCode());
            for (int i = 0; i < COUNT; i++) {
                double x = arguments.next();
                double y = arguments.nextNear(x);
                same(name, jdk.applyAsDouble(x, y), ours.applyAsDouble(x, y), x, y);
            }
        }));
    }

    private static void same(String name, double expected, double actual, double... arguments) {
        compared++;
        if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(actual)) {
            StringBuilder call = new StringBuilder(name);
            for (double argument : arguments) {
                call.append(' ').append(Double.toHexString(argument));
            }
            throw new AssertionError("seed " + SEED + ": " + call + " is " + Double.toHexString(actual)
                    + ", the JDK says " + Double.toHexString(expected));
        }
    }
}
