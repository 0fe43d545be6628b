package org.multisynq4j.parity;

import java.util.List;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.math.DoubleWords;
import org.multisynq4j.math.StrictMathJava;
import org.multisynq4j.text.Numbers;
import org.multisynq4j.text.Text;

/**
 * Prints a hash of the results of every function of {@code StrictMath}, of numbers as text and of JSON, over awkward arguments.
 *
 * <p>On the JVM {@code StrictMath} is the JDK's own, in a browser what the build put in its place.
 */
public final class Mathematics {
    private static final int COUNT = 20_000;

    /** Where functions change their mind; in pairs for those of two arguments. */
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        2,
        -2,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1 + 0x1p-52,
        1 - 0x1p-53,
        0.7853981633974483,
        1.5707963267948966,
        3.141592653589793,
        709.782712893384,
        -745.1332191019411,
        4503599627370495.5,
        9007199254740992.0,
        1e22,
    };

    private interface Unary {
        double of(double x);
    }

    private interface Binary {
        double of(double x, double y);
    }

    private static int seed;
    private static int count = COUNT;

    private Mathematics() {}

    /** @param args how many arguments each function gets, if not 20,000 */
    public static void main(String[] args) {
        count = args.length == 0 ? COUNT : Integer.parseInt(args[0]);
        unary("sin", StrictMath::sin);
        unary("cos", StrictMath::cos);
        unary("tan", StrictMath::tan);
        unary("asin", StrictMath::asin);
        unary("acos", StrictMath::acos);
        unary("atan", StrictMath::atan);
        unary("exp", StrictMath::exp);
        unary("expm1", StrictMath::expm1);
        unary("log", StrictMath::log);
        unary("log10", StrictMath::log10);
        unary("log1p", StrictMath::log1p);
        unary("sinh", StrictMath::sinh);
        unary("cosh", StrictMath::cosh);
        unary("tanh", StrictMath::tanh);
        unary("cbrt", StrictMath::cbrt);
        unary("sqrt", StrictMath::sqrt);
        unary("rint", StrictMath::rint);
        unary("ceil", StrictMath::ceil);
        unary("floor", StrictMath::floor);
        unary("round", x -> StrictMath.round(x));
        unary("round float", x -> StrictMath.round((float) x));
        unary("toRadians", StrictMath::toRadians);
        unary("toDegrees", StrictMath::toDegrees);
        unary("ulp", StrictMath::ulp);
        unary("ulp float", x -> StrictMath.ulp((float) x));
        unary("signum", StrictMath::signum);
        unary("nextUp", StrictMath::nextUp);
        unary("nextDown", StrictMath::nextDown);
        unary("nextUp float", x -> StrictMath.nextUp((float) x));
        unary("abs", StrictMath::abs);
        unary("getExponent", x -> StrictMath.getExponent(x));
        unary("getExponent float", x -> StrictMath.getExponent((float) x));
        binary("atan2", StrictMath::atan2);
        binary("pow", StrictMath::pow);
        binary("hypot", StrictMath::hypot);
        binary("IEEEremainder", StrictMath::IEEEremainder);
        binary("nextAfter", StrictMath::nextAfter);
        binary("copySign", StrictMath::copySign);
        binary("max", StrictMath::max);
        binary("min", StrictMath::min);
        binary("scalb", (x, y) -> StrictMath.scalb(x, (int) y));
        binary("scalb float", (x, y) -> StrictMath.scalb((float) x, (int) y));
        binary("fma", (x, y) -> StrictMath.fma(x, y, -x * y));
        binary("fma sum", (x, y) -> StrictMath.fma(x, 1.1, y));
        binary("fma float", (x, y) -> StrictMath.fma((float) x, 1.1f, (float) y));
        integers();
        texts();
    }

    private static void unary(String name, Unary function) {
        seed = 1;
        int hash = 0;
        for (double x : SPECIAL) {
            hash = mix(hash, function.of(x));
        }
        for (int i = 0; i < count; i++) {
            hash = mix(hash, function.of(argument(i)));
        }
        System.out.println(name + " " + hash);
    }

    private static void binary(String name, Binary function) {
        seed = 2;
        int hash = 0;
        for (double x : SPECIAL) {
            for (double y : SPECIAL) {
                hash = mix(hash, function.of(x, y));
            }
        }
        for (int i = 0; i < count; i++) {
            double x = argument(i);
            double y = i % 3 == 0 ? x * small() : argument(i / 3);
            hash = mix(hash, function.of(x, y));
        }
        System.out.println(name + " " + hash);
    }

    private static void integers() {
        seed = 3;
        int hash = 0;
        for (int i = 0; i < COUNT; i++) {
            long a = (long) random() << random() | random();
            long b = (long) random() << random() | 1;
            long high = StrictMathJava.multiplyHigh(a, b);
            long rest =
                    StrictMath.floorMod(a, b) ^ StrictMath.floorDiv(a, b) ^ StrictMath.multiplyFull((int) a, (int) b);
            hash = 31 * hash + (int) (high ^ high >>> 32 ^ rest ^ rest >>> 32);
        }
        System.out.println("integers " + hash);
    }

    private static void texts() {
        seed = 4;
        int hash = 0;
        int wrong = 0;
        for (int i = 0; i < COUNT; i++) {
            double x = argument(i);
            String text = Numbers.toText(x);
            double back = Numbers.parse(text);
            wrong += back == x || x != x ? 0 : 1;
            hash = 31 * hash + text.hashCode();
            hash = 31 * hash + Numbers.toText((float) x).hashCode();
            hash = 31 * hash + Text.fixed(x, i % 9).hashCode();
            hash = mix(hash, Numbers.parse(text.replace("e", "7e")));
        }
        System.out.println("texts " + hash + " wrong " + wrong);
        JsonObject object = JsonObject.builder()
                .put("z", JsonValue.of(List.of(JsonValue.of(0.1), JsonValue.of(1e21), JsonValue.nullValue())))
                .put("a\u20ac\n\ud800", "\ud83d\ude00\u0001")
                .put("0", -0.0)
                .build();
        String stable = Json.writeStable(object);
        System.out.println("json " + stable.hashCode() + " "
                + Json.writeStable(Json.parse(stable)).equals(stable));
    }

    private static double argument(int i) {
        switch (i & 7) {
            case 0:
                return DoubleWords.of(random(), random());
            case 1:
                return small();
            case 2:
                return small() * 40;
            case 3:
                return random() * 0.7853981633974483;
            case 4:
                return DoubleWords.of(random() & 0x3ff00000, random() & 3);
            case 5:
                return random() / 1000.0;
            case 6:
                return 1 + small() * DoubleWords.of(0x3ff00000 - (random() & 0x3f00000), 0);
            default:
                return small() * 1000;
        }
    }

    /** From −2 to 2. */
    private static double small() {
        return random() / 1073741824.0 + random() * 0x1p-62;
    }

    private static int random() {
        seed ^= seed << 13;
        seed ^= seed >>> 17;
        seed ^= seed << 5;
        return seed;
    }

    private static int mix(int hash, double x) {
        return x != x ? 31 * hash + 1 : (31 * hash + DoubleWords.high(x)) * 31 + DoubleWords.low(x);
    }
}
