package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeepTest {
    @ParameterizedTest
    @EnumSource
    void aRecursionTooDeepIsAnErrorThatTheEngineCatches(Bundle.Target target) throws Exception {
        try (Browser browser = new Browser()) {
            assertThat(browser.run(Bundle.compile(Deep.class, target))).isEqualTo(Output.onJvm(Deep.class));
        }
    }
}
