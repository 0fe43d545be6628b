package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.scan.ModelScan;

class SnapshotTest {
    @Test
    void snapshotsHaveTheSameBytesAndTheSameLifeOnEveryTarget() throws Exception {
        List<String> expected = Printed.by(
                () -> SnapshotMain.print(ModelScan.of(SnapshotMain.Root.class).catalog()));
        assertThat(expected).hasSize(8).noneMatch(line -> line.endsWith("false"));
        try (Browser browser = new Browser()) {
            assertThat(browser.run(Bundle.compile(SnapshotMain.class, Bundle.Target.JS)))
                    .isEqualTo(expected);
            assertThat(browser.run(Bundle.compile(SnapshotMain.class, Bundle.Target.WASM)))
                    .isEqualTo(expected);
        }
    }
}
