package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JoinProgressTest {
    @Test
    void tellsBytesWhileTheSnapshotIsLoaded() {
        JoinProgress progress = new JoinProgress(1_240_000, 3_350_000, 0);

        assertThat(progress.isLoading()).isTrue();
        assertThat(progress.loadingText()).isEqualTo("Loading 1.2 of 3.4 MB");
        assertThat(progress.fraction()).isBetween(0.18, 0.19);
    }

    @Test
    void tellsNothingOfBytesOnceAllAreHere() {
        JoinProgress progress = new JoinProgress(3_350_000, 3_350_000, 0.5);

        assertThat(progress.isLoading()).isFalse();
        assertThat(progress.loadingText()).isEmpty();
        assertThat(progress.fraction()).isEqualTo(0.75);
    }

    @Test
    void withoutASnapshotInPartsReplayingIsEverything() {
        assertThat(new JoinProgress(0, 0, 0.5).fraction()).isEqualTo(0.5);
        assertThat(JoinProgress.NONE.loadingText()).isEmpty();
    }
}
