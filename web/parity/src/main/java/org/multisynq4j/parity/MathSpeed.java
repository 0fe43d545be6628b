package org.multisynq4j.parity;

import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.math.StrictMathJava;
import org.multisynq4j.text.Numbers;

/** Prints nanoseconds per call of mathematics and number texts; not a test. Figures are in docs/performance.md. */
public final class MathSpeed {
    private static final int CALLS = 100_000;
    private static final int ROUNDS = 7;

    private interface Work {
        double of(double x);
    }

    private static double sink;

    private MathSpeed() {}

    public static void main(String[] args) {
        measure("sin, |x| < 10", 10, StrictMathJava::sin);
        measure("sin, |x| < 1e9", 1e9, StrictMathJava::sin);
        measure("cos, |x| < 10", 10, StrictMathJava::cos);
        measure("tan, |x| < 10", 10, StrictMathJava::tan);
        measure("asin, |x| < 1", 1, StrictMathJava::asin);
        measure("atan2", 10, x -> StrictMathJava.atan2(x, 3));
        measure("exp", 10, StrictMathJava::exp);
        measure("log", 10, x -> StrictMathJava.log(x + 11));
        measure("pow", 10, x -> StrictMathJava.pow(x + 11, 1.7));
        measure("tanh", 10, StrictMathJava::tanh);
        measure("cbrt", 10, StrictMathJava::cbrt);
        measure("hypot", 10, x -> StrictMathJava.hypot(x, 3));
        measure("rint", 1000, StrictMathJava::rint);
        measure("fma", 10, x -> StrictMathJava.fma(x, 1.1, 0.3));
        measure("StrictMath.sin of the platform", 10, StrictMath::sin);
        measure("Math.sin of the platform", 10, Math::sin);
        measure("toText, whole", 1e6, x -> Numbers.toText(Math.floor(x)).length());
        measure("toText, 3 decimals", 1e6, x -> Numbers.toText(Math.floor(x) / 1000)
                .length());
        measure("toText, 17 digits", 10, x -> Numbers.toText(x).length());
        measure("Double.toString, 17 digits", 10, x -> Double.toString(x).length());
        String[] texts = new String[64];
        for (int i = 0; i < 64; i++) {
            texts[i] = Numbers.toText(Math.sqrt(i + 2));
        }
        measure("parse, 17 digits", 10, x -> Numbers.parse(texts[(int) x + 10]));
        measure("Double.parseDouble, 17 digits", 10, x -> Double.parseDouble(texts[(int) x + 10]));
        String frame =
                "{\"id\":\"9jfvsfCzEEH0gS9F7rxG8TvcwIODJVql3d920KCN-Xk\",\"action\":\"SEND\",\"args\":[12345.678,17,"
                        + "\"q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ\"],\"tags\":{}}";
        measure("Json.parse, frame of 160 characters", 10, x -> ((JsonObject) Json.parse(frame))
                .members()
                .size());
        JsonObject tree = (JsonObject) Json.parse(frame);
        measure("Json.write, the same", 10, x -> Json.write(tree).length());
        System.out.println("sum " + (sink == 1));
    }

    private static void measure(String name, double range, Work work) {
        double[] arguments = new double[1024];
        int seed = 1;
        for (int i = 0; i < arguments.length; i++) {
            seed = seed * 1664525 + 1013904223;
            arguments[i] = seed / 2147483648.0 * range;
        }
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            double sum = 0;
            for (int i = 0; i < CALLS; i++) {
                sum += work.of(arguments[i & 1023]);
            }
            best = Math.min(best, (double) (System.nanoTime() - start) / CALLS);
            sink += sum;
        }
        System.out.println(name + ": " + (int) best + " ns");
    }
}
