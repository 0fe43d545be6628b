package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Payload;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.protocol.ServerFrame.Start;

class RejoinRuleTest {
    private static final long MAX = 0xFFFFFFFFL;

    private static ServerFrame.Sync sync(Start start, long time, long first, int count) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(new Message(time, first + i & MAX, new Payload.Text(""), List.of()));
        }
        long last = first + count - 1 & MAX;
        return new ServerFrame.Sync(new ServerFrame.SyncHeader(start, time, last, "", "", "t", List.of()), messages);
    }

    @Test
    void aReplicaWithinTheLogGoesOn() {
        ServerFrame.Sync sync = sync(new Start.FromSnapshot("u", 5, 10), 100, 11, 5);
        assertThat(Rejoin.possible(sync, "t", 9, 50, 0)).isFalse();
        assertThat(Rejoin.possible(sync, "t", 10, 50, 0)).isTrue();
        assertThat(Rejoin.possible(sync, "t", 15, 50, 0)).isTrue();
        assertThat(Rejoin.possible(sync, "t", 16, 50, 0)).isFalse();
    }

    @Test
    void withoutSnapshotTheFirstMessageIsTheLimit() {
        ServerFrame.Sync sync = sync(new Start.Fresh(), 100, 0xFFFFFFF1L, 30);
        assertThat(Rejoin.possible(sync, "t", 0xFFFFFFF0, 0, 0)).isTrue();
        assertThat(Rejoin.possible(sync, "t", 0xFFFFFFEF, 0, 0)).isFalse();
        assertThat(Rejoin.possible(sync, "t", 14, 0, 0)).isTrue();
        assertThat(Rejoin.possible(sync, "t", 15, 0, 0)).isFalse();
    }

    @Test
    void withoutMessagesOnlyTheLastNumberFits() {
        ServerFrame.Sync sync = sync(new Start.Fresh(), 100, 8, 0);
        assertThat(Rejoin.possible(sync, "t", 7, 0, 0)).isTrue();
        assertThat(Rejoin.possible(sync, "t", 6, 0, 0)).isFalse();
    }

    @Test
    void anotherTimelineOrAnEarlierTimeIsAnotherSession() {
        ServerFrame.Sync sync = sync(new Start.Fresh(), 100, 8, 0);
        assertThat(Rejoin.possible(sync, "other", 7, 0, 0)).isFalse();
        assertThat(Rejoin.possible(sync, "", 7, 0, 0)).isFalse();
        assertThat(Rejoin.possible(sync, "t", 7, 100, 0)).isTrue();
        assertThat(Rejoin.possible(sync, "t", 7, 101, 0)).isFalse();
    }

    @Test
    void aMessageFromBeforeWhatIsExecutedCannotBeMadeUpFor() {
        ServerFrame.Sync sync = sync(new Start.Fresh(), 100, 8, 3);
        assertThat(Rejoin.possible(sync, "t", 7, 100, 100)).isTrue();
        assertThat(Rejoin.possible(sync, "t", 7, 100, 101)).isFalse();
        assertThat(Rejoin.possible(sync, "t", 10, 100, 101))
                .as("nothing is missing")
                .isTrue();
    }
}
