package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recursion without end stops the replica, or is an error of the model if the engine counts it; one that ends computes the same everywhere. */
class RecursionTest {
    @ParameterizedTest
    @EnumSource
    void recursionEndsAsOnTheJvmInAPageAndInAWorker(Bundle.Target target) throws Exception {
        List<String> expected = Output.onJvm(RecursionOnJvm.class);
        assertThat(expected).filteredOn(line -> line.contains(" broke true ")).hasSize(4 * 8);
        assertThat(expected).filteredOn(line -> line.endsWith(" went on")).hasSize(4 * 4);
        assertThat(expected)
                .filteredOn(line -> line.equals("view code overflowed"))
                .hasSize(3);
        Bundle bundle = Bundle.compile(RecursionMain.class, target);
        try (Browser browser = new Browser()) {
            assertThat(browser.run(bundle)).isEqualTo(expected);
            assertThat(browser.runInWorker(bundle)).isEqualTo(expected);
        }
    }
}
