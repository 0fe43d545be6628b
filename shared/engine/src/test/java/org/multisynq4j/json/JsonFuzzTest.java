package org.multisynq4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonFuzzTest {
    private static final long SEED = Long.getLong("seed", 20261120L);
    private static final int ROUNDS = Boolean.getBoolean("long") ? 3_000_000 : 60_000;

    @Test
    void whatIsWrittenReadsBackEqual() {
        for (int i = 0; i < ROUNDS / 10; i++) {
            long seed = SEED + i;
            JsonValue value = new RandomJson(new Random(seed)).value(4);
            String text = Json.write(value);
            assertThat(Json.parse(text)).as("seed %s: %s", seed, text).isEqualTo(value);
            String stable = Json.writeStable(value);
            assertThat(Json.writeStable(Json.parse(stable))).as("seed %s", seed).isEqualTo(stable);
        }
    }

    @Test
    void brokenTextsGiveAnErrorAtAnOffsetInsideAndNothingElse() {
        for (int i = 0; i < ROUNDS; i++) {
            long seed = SEED + i;
            Random random = new Random(seed);
            String text = RandomJson.broken(Json.write(new RandomJson(random).value(3)), random);
            try {
                String again = Json.write(Json.parse(text));
                assertThat(Json.write(Json.parse(again)))
                        .as("seed %s: %s", seed, text)
                        .isEqualTo(again);
            } catch (JsonException e) {
                assertThat(e.offset()).as("seed %s: %s", seed, text).isBetween(0, text.length());
            }
        }
    }
}
