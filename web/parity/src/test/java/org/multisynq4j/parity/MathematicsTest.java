package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code -Dlong} gives each function ten million arguments, which takes some minutes. */
class MathematicsTest {
    private static final int LONG_COUNT = 10_000_000;

    private static String[] arguments() {
        return LongRun.isWanted() ? new String[] {Integer.toString(LONG_COUNT)} : new String[0];
    }

    @Test
    void browsersComputeAndPrintWhatTheJvmDoes() throws Exception {
        List<String> expected = onJvm();
        try (Browser browser = new Browser()) {
            assertThat(browser.run(Bundle.compile(Mathematics.class, Bundle.Target.JS), arguments()))
                    .isEqualTo(expected);
            assertThat(browser.run(Bundle.compile(Mathematics.class, Bundle.Target.WASM), arguments()))
                    .isEqualTo(expected);
        }
    }

    private static List<String> onJvm() {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            Mathematics.main(arguments());
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
