package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multisynq4j.parity.programs.Programs;

/** The hand-written programs compute the same everywhere; a failure names the program, the step and the value that differed first. */
class ProgramsTest {
    @ParameterizedTest
    @EnumSource
    void browsersComputeWhatTheJvmComputes(Bundle.Target target) throws Exception {
        Place jvm = arguments -> Output.onJvm(Programs.class, arguments);
        String[] arguments = {"run", "2000"};
        List<String> expected = jvm.run(arguments);
        try (Browser browser = new Browser()) {
            Bundle bundle = Bundle.compile(Programs.class, target);
            assertThat(new Disagreements(jvm, more -> browser.run(bundle, more)).find(expected, arguments))
                    .isEmpty();
        }
    }
}
