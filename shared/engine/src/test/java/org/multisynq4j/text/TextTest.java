package org.multisynq4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final long SEED = Long.getLong("seed", 20261120L);

    @Test
    void showsAFixedNumberOfDigitsAsJavaScriptDoes() {
        assertThat(Text.fixed(0.5, 0)).isEqualTo("1");
        assertThat(Text.fixed(1.5, 0)).isEqualTo("2");
        assertThat(Text.fixed(2.5, 0)).isEqualTo("3");
        assertThat(Text.fixed(-2.5, 0)).isEqualTo("-3");
        assertThat(Text.fixed(1.005, 2)).isEqualTo("1.00");
        assertThat(Text.fixed(1.25, 1)).isEqualTo("1.3");
        assertThat(Text.fixed(-0.0000001, 2)).isEqualTo("-0.00");
        assertThat(Text.fixed(-0.0, 2)).isEqualTo("0.00");
        assertThat(Text.fixed(0, 0)).isEqualTo("0");
        assertThat(Text.fixed(123.456, 2)).isEqualTo("123.46");
        assertThat(Text.fixed(1e21, 2)).isEqualTo("1e+21");
        assertThat(Text.fixed(123456789012345680000.0, 1)).isEqualTo("123456789012345683968.0");
        assertThat(Text.fixed(Double.NaN, 2)).isEqualTo("NaN");
        assertThat(Text.fixed(0.1, 25)).isEqualTo("0.1000000000000000055511151");
        assertThat(Text.fixed(Double.MIN_VALUE, 3)).isEqualTo("0.000");
    }

    @Test
    void refusesMoreDigitsThanTheLimit() {
        assertThat(Text.fixed(1, Text.MAX_FIXED_DIGITS)).hasSize(102);
        assertThatThrownBy(() -> Text.fixed(1, Text.MAX_FIXED_DIGITS + 1)).hasMessageContaining("101");
        assertThatThrownBy(() -> Text.fixed(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roundsTheExactValue() {
        HardNumbers numbers = new HardNumbers(SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            double x = i % 3 == 0 ? (random.nextInt(4_000_001) - 2_000_000) / 16.0 : numbers.next();
            int digits = random.nextInt(i % 7 == 0 ? 101 : 6);
            if (Math.abs(x) < 1e21) {
                String expected =
                        new BigDecimal(x).setScale(digits, RoundingMode.HALF_UP).toPlainString();
                if (x < 0 && !expected.startsWith("-")) {
                    expected = "-" + expected;
                }
                assertThat(Text.fixed(x, digits))
                        .as("seed %s: %s, %s digits", SEED, x, digits)
                        .isEqualTo(expected);
            }
        }
    }
}
