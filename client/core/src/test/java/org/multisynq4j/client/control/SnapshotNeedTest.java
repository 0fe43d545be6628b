package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Payload;

class SnapshotNeedTest {
    private static final double NOW = 100_000;

    private double account;
    private final SnapshotNeed need = new SnapshotNeed(() -> account, () -> account = 0);

    private void receive(int messages, int chars) {
        Message message = new Message(1, 1, new Payload.Text("x".repeat(chars)), List.of());
        for (int i = 0; i < messages; i++) {
            need.messageReceived(message);
        }
    }

    @Test
    void manyMessagesAreTooMuchToReplay() {
        receive(SnapshotNeed.DUE_MESSAGES, 0);
        assertThat(need.isDue(NOW)).isFalse();

        receive(1, 0);

        assertThat(need.isDue(NOW)).isTrue();
    }

    @Test
    void longMessagesAreTooMuchToFetch() {
        receive(1, (int) SnapshotNeed.DUE_CHARS);
        assertThat(need.isDue(NOW)).isFalse();

        receive(1, 1);

        assertThat(need.isDue(NOW)).isTrue();
    }

    @Test
    void aReplayThatTakesLongIsTooMuch() {
        account = SnapshotNeed.DUE_COST_MS;
        assertThat(need.isDue(NOW)).isFalse();

        account += 0.1;

        assertThat(need.isDue(NOW)).isTrue();
    }

    @Test
    void itStaysDueUntilTheVotesAreCountedButIsNotAskedForAllTheTime() {
        receive(SnapshotNeed.DUE_MESSAGES + 1, 0);
        need.requested(NOW);

        assertThat(need.isDue(NOW + SnapshotNeed.REQUEST_GAP_MS)).isFalse();
        assertThat(need.isDue(NOW + SnapshotNeed.REQUEST_GAP_MS + 1)).isTrue();

        need.settled();

        assertThat(need.isDue(NOW + SnapshotNeed.REQUEST_GAP_MS + 1)).isFalse();
    }

    @Test
    void whatWasNotStoredIsDueAgain() {
        receive(1, 10);
        need.settled();
        need.failed();

        assertThat(need.isDue(NOW)).isTrue();
        assertThat(need.describe()).contains("not stored");
    }
}
