package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fails on the JVM fails in browsers, too, if its result is not used; and a NaN has no bits but the canonical ones. */
class UnusedTest {
    @ParameterizedTest
    @EnumSource
    void unusedResultsFailAsOnTheJvm(Bundle.Target target) throws Exception {
        try (Browser browser = new Browser()) {
            assertThat(browser.run(Bundle.compile(UnusedMain.class, target))).isEqualTo(Output.onJvm(UnusedMain.class));
        }
    }
}
