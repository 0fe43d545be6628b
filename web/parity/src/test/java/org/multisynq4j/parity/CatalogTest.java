package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.scan.ModelScan;

class CatalogTest {
    @Test
    void bundlesKnowTheClassesAndTheHashThatTheJvmKnows() throws Exception {
        List<String> expected = onJvm();
        try (Browser browser = new Browser()) {
            assertThat(browser.run(Bundle.compile(CatalogMain.class, Bundle.Target.JS)))
                    .isEqualTo(expected);
            assertThat(browser.run(Bundle.compile(CatalogMain.class, Bundle.Target.WASM)))
                    .isEqualTo(expected);
        }
    }

    private static List<String> onJvm() throws Exception {
        ModelScan scan = ModelScan.of(CatalogMain.Toy.class);
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            CatalogMain.print(scan.catalog(), scan.codeHash());
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
