package org.multisynq4j.client.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a browser sends on when the page is gone; that browsers do so is shown by web/e2e. */
class FetchFileStoreTest {
    private static final String SAVED = "https://example.org/files/apps/a/p/save/n";

    @Test
    void savedDataOutlivesThePageUpToTheLimit() {
        assertThat(FetchFileStore.outlives(SAVED, 1)).isTrue();
        assertThat(FetchFileStore.outlives(SAVED, FetchFileStore.MAX_OUTLIVING_BYTES))
                .isTrue();
        assertThat(FetchFileStore.outlives(SAVED, FetchFileStore.MAX_OUTLIVING_BYTES + 1))
                .isFalse();
    }

    @Test
    void partsOfSnapshotsDoNot() {
        assertThat(FetchFileStore.outlives("https://example.org/files/snapshots/s/parts/i", 1))
                .isFalse();
    }
}
