package org.multisynq4j.teavm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1,
                -2.5,
                0.1,
                0.05,
                0.001,
                9.99e-4,
                1.2e-7,
                123.456,
                9_999_999,
                1e7,
                1_234_567.125,
                12_345_678.5,
                1e21,
                1e22,
                1.5e300,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void hasTheFormThatJavaGives(double value) {
        assertThat(NumberText.of(value)).isEqualTo(Double.toString(value));
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, -0f, 0.1f, 1e7f, 1e-3f, 9.9e-4f, 3.4e38f, -16_777_216f, Float.NaN})
    void hasTheFormThatJavaGivesForFloats(float value) {
        assertThat(NumberText.of(value)).isEqualTo(Float.toString(value));
    }

    /** Older JVMs have longer forms at times, so only length and value can be compared. */
    @Test
    void readsBackAndIsNoLongerThanTheJvmsForm() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            double value = Double.longBitsToDouble(random.nextLong());
            float small = Float.intBitsToFloat(random.nextInt());
            String text = NumberText.of(value);
            assertThat(Double.doubleToLongBits(Double.parseDouble(text)))
                    .as("seed %d", seed)
                    .isEqualTo(Double.doubleToLongBits(value));
            assertThat(text.length())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(Double.toString(value).length());
            assertThat(Float.floatToIntBits(Float.parseFloat(NumberText.of(small))))
                    .as("seed %d", seed)
                    .isEqualTo(Float.floatToIntBits(small));
        }
    }
}
