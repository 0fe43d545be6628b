package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multisynq4j.parity.programs.Programs;

/** The hand-written programs compute the same everywhere; a failure names the program and the hundred steps in which it first differed. */
class ProgramsTest {
    @ParameterizedTest
    @EnumSource
    void browsersComputeWhatTheJvmComputes(Bundle.Target target) throws Exception {
        List<String> expected = Output.onJvm(Programs.class);
        try (Browser browser = new Browser()) {
            List<String> actual = browser.run(Bundle.compile(Programs.class, target));
            assertThat(Output.differences(expected, actual)).isEmpty();
        }
    }
}
