package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The formats of docs/protocol.md are sealed and opened in browsers byte for byte as the engine's own test demands. */
class VectorsTest {
    private static final Path VECTORS =
            Path.of("..", "..", "shared", "engine", "src", "test", "resources", "org", "multisynq4j", "crypto");

    @Test
    void everyVectorHoldsEverywhere() throws Exception {
        String vectors = Files.readString(VECTORS.resolve("vectors.json"));
        List<String> expected = Printed.by(() -> VectorsMain.main(new String[] {vectors}));
        assertThat(expected).isNotEmpty().allMatch(line -> line.endsWith(" true"));
        try (Browser browser = new Browser()) {
            for (Bundle.Target target : Bundle.Target.values()) {
                assertThat(browser.run(Bundle.compile(VectorsMain.class, target), vectors))
                        .as("%s", target)
                        .isEqualTo(expected);
            }
        }
    }
}
