package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recursion without end is an error of the model that had it, and the session goes on; one that ends computes the same everywhere. */
class RecursionTest {
    @ParameterizedTest
    @EnumSource
    void endlessRecursionIsAnErrorAndTheSessionGoesOn(Bundle.Target target) throws Exception {
        List<String> expected = Output.onJvm(RecursionOnJvm.class);
        assertThat(expected).filteredOn(line -> line.endsWith("overflow true")).hasSize(18);
        assertThat(expected).filteredOn(line -> line.startsWith("still")).hasSize(3);
        try (Browser browser = new Browser()) {
            assertThat(browser.run(Bundle.compile(RecursionMain.class, target))).isEqualTo(expected);
        }
    }
}
