package org.multisynq4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final long SEED = Long.getLong("seed", 20261120L);
    private static final int ROUNDS = Boolean.getBoolean("long") ? 3_000_000 : 60_000;

    @Test
    void printsAsJavaScriptDoes() {
        String[][] vectors = {
            {"0x0.0p0", "0"},
            {"-0x0.0p0", "0"},
            {"1", "1"},
            {"-1", "-1"},
            {"0.1", "0.1"},
            {"1e21", "1e+21"},
            {"1e20", "100000000000000000000"},
            {"123456789012345680000", "123456789012345680000"},
            {"1e-6", "0.000001"},
            {"1e-7", "1e-7"},
            {"1.5e-7", "1.5e-7"},
            {"4.9e-324", "5e-324"},
            {"2.2250738585072014e-308", "2.2250738585072014e-308"},
            {"1.7976931348623157e308", "1.7976931348623157e+308"},
            {"9007199254740991", "9007199254740991"},
            {"9007199254740993", "9007199254740992"},
            {"0.30000000000000004", "0.30000000000000004"},
            {"2e-44", "2e-44"},
            {"5.684341886080802e-14", "5.684341886080802e-14"},
            {"9.5367431640625e-7", "9.5367431640625e-7"},
            {"4294967296", "4294967296"},
            {"-2147483648", "-2147483648"},
            {"-2147483649", "-2147483649"},
            {"100000000", "100000000"},
            {"123.456", "123.456"},
            {"1e23", "1e+23"},
            {"9.999999999999999e22", "1e+23"},
            {"5e-324", "5e-324"},
            {"1.25", "1.25"},
            {"1000000000000000128", "1000000000000000100"},
            {"4.35", "4.35"}
        };
        for (String[] vector : vectors) {
            assertThat(Numbers.toText(Double.parseDouble(vector[0])))
                    .as(vector[0])
                    .isEqualTo(vector[1]);
        }
        assertThat(Numbers.toText(Double.NaN)).isEqualTo("NaN");
        assertThat(Numbers.toText(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    @Test
    void printsFloatsWithTheirOwnPrecision() {
        assertThat(Numbers.toText(0.1f)).isEqualTo("0.1");
        assertThat(Numbers.toText(Float.MIN_VALUE)).isEqualTo("1e-45");
        assertThat(Numbers.toText(Float.MAX_VALUE)).isEqualTo("3.4028235e+38");
        assertThat(Numbers.toText(16777216f)).isEqualTo("16777216");
        assertThat(Numbers.toText(1.0e10f)).isEqualTo("10000000000");
        assertThat(Numbers.toText(-0.0f)).isEqualTo("0");
        assertThat(Numbers.toText(Float.NaN)).isEqualTo("NaN");
        assertThat(Numbers.toText(Float.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            float x = Float.intBitsToFloat(random.nextInt());
            if (x - x == 0) {
                String text = Numbers.toText(x);
                assertThat(Float.parseFloat(text) == x)
                        .as("seed %s: %s printed as %s", SEED, x, text)
                        .isTrue();
                String jdk = Float.toString(x);
                assertThat(significantDigits(text))
                        .as("seed %s: %s", SEED, jdk)
                        .isLessThanOrEqualTo(significantDigits(jdk));
            }
        }
    }

    @Test
    void printsTheShortestAndClosestTextThatReadsBack() {
        HardNumbers numbers = new HardNumbers(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            double x = numbers.next();
            String text = Numbers.toText(x);
            String what = "seed " + SEED + ": " + Double.toHexString(x) + " printed as " + text;
            assertThat(Double.parseDouble(text) == x).as(what).isTrue();
            assertThat(ShortestCheck.problem(Math.abs(x), new BigDecimal(text).abs()))
                    .as(what)
                    .isEmpty();
        }
    }

    @Test
    void readsEveryTextAsTheNearestDouble() {
        HardNumbers numbers = new HardNumbers(SEED + 1);
        for (int i = 0; i < ROUNDS; i++) {
            double x = numbers.next();
            check(Numbers.toText(x));
            check(Double.toString(x));
            if (i % 20 == 0) {
                BigDecimal exact = new BigDecimal(x);
                BigDecimal tie = exact.add(new BigDecimal(Math.nextUp(x))).divide(BigDecimal.valueOf(2));
                check(exact.toString());
                check(tie.toString());
                check(tie.toPlainString());
                check(tie.add(tie.ulp().movePointLeft(3)).toString());
                check(tie.subtract(tie.ulp().movePointLeft(900)).toString());
            }
        }
    }

    @Test
    void readsRandomDigitsAsTheNearestDouble() {
        Random random = new Random(SEED + 2);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            int digits = 1 + random.nextInt(i % 100 == 0 ? 900 : 25);
            int point = random.nextInt(digits + 1);
            for (int j = 0; j < digits; j++) {
                if (j == point) {
                    text.append('.');
                }
                text.append((char) ('0' + random.nextInt(10)));
            }
            if (random.nextBoolean()) {
                text.append('e').append(random.nextInt(random.nextBoolean() ? 60 : 700) - random.nextInt(400));
            }
            check(text.toString());
        }
    }

    @Test
    void readsEdgesOfTheRange() {
        check("4.9e-324");
        check("2.4703282292062327e-324");
        check("2.4703282292062328e-324");
        check("2.470328229206232720882843964341106861825299013071623822127928412503377536351043e-324");
        check("1.7976931348623158e308");
        check("1.7976931348623159e308");
        check("2.2250738585072011e-308");
        check("2.2250738585072012e-308");
        check("9007199254740993");
        check("9007199254740992.99999999999999999999999999");
        check("0." + "0".repeat(400) + "1e400");
        check("1" + "0".repeat(400) + "e-400");
        check("1" + "0".repeat(5000) + "e-5000");
        check("9007199254740993" + "0".repeat(900) + "1e-901");
        check("-0");
        check("0e999999999999");
        check("1e999999999999");
        check("1e-999999999999");
        check("+5");
        check(".5");
        check("5.");
        check("NaN");
        check("-Infinity");
        check("0".repeat(10_000) + ".25");
    }

    @Test
    void refusesWhatIsNotANumber() {
        for (String text : new String[] {
            "",
            "-",
            "+",
            ".",
            "e5",
            "1e",
            "1e+",
            "1.2.3",
            " 1",
            "1 ",
            "0x10",
            "1f",
            "--1",
            "infinity",
            "Na",
            "1e5.0",
            "\u0661"
        }) {
            assertThatThrownBy(() -> Numbers.parse(text)).as(text).isInstanceOf(NumberFormatException.class);
        }
        assertThatThrownBy(() -> Numbers.parse("12x")).hasMessageContaining("character 2");
    }

    @Test
    void readsPartOfAText() {
        assertThat(Numbers.parse("[12.5]", 1, 5)).isEqualTo(12.5);
    }

    private static void check(String text) {
        double expected = Double.parseDouble(text);
        double actual = Numbers.parse(text);
        if (Double.compare(expected, actual) != 0) {
            throw new AssertionError("seed " + SEED + ": " + text + " read as " + actual + ", nearest is " + expected);
        }
    }

    private static int significantDigits(String text) {
        BigInteger unscaled =
                new BigDecimal(text).stripTrailingZeros().unscaledValue().abs();
        return unscaled.toString().length();
    }
}
