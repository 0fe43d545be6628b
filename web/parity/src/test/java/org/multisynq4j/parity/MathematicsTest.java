package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MathematicsTest {
    @Test
    void browsersComputeAndPrintWhatTheJvmDoes() throws Exception {
        List<String> expected = onJvm();
        try (Browser browser = new Browser()) {
            assertThat(browser.run(Bundle.compile(Mathematics.class, Bundle.Target.JS)))
                    .isEqualTo(expected);
            assertThat(browser.run(Bundle.compile(Mathematics.class, Bundle.Target.WASM)))
                    .isEqualTo(expected);
        }
    }

    private static List<String> onJvm() {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            Mathematics.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
