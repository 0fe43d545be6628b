package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void waitsGrowFromNoneToAHalfMinuteAndBeginAnewAfterSuccess() {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            Backoff backoff = new Backoff(random::nextBytes);
            assertThat(backoff.next()).as("seed " + seed).isZero();
            double last = 0;
            for (int i = 0; i < 30; i++) {
                double wait = backoff.next();
                assertThat(wait).as("seed " + seed).isBetween(Math.min(last + 100, Backoff.MAX_MS), Backoff.MAX_MS);
                assertThat(wait).as("seed " + seed).isLessThanOrEqualTo(2 * (last + 100) + 1);
                last = wait;
            }
            assertThat(last).isEqualTo(Backoff.MAX_MS);
            backoff.reset();
            assertThat(backoff.next()).isZero();
        }
    }
}
