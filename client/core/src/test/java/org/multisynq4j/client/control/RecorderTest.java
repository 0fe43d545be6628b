package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Payload;
import org.multisynq4j.protocol.ServerFrame.Start;

class RecorderTest {
    private static final String URL = "http://sim/files/snapshots/s/1_2-x.snap";

    private final Recorder recorder = new Recorder();

    private static Message message(int chars) {
        return new Message(1, 1, new Payload.Text("x".repeat(chars)), List.of());
    }

    @Test
    void keepsTheBeginningWithItsFilesAndEveryMessageSince() {
        recorder.begins(new Start.FromSnapshot(URL, 1, 2));
        recorder.fetched(URL, new byte[] {7});
        recorder.received(message(1));
        recorder.received(message(2));
        recorder.fetched("http://sim/files/snapshots/s/later", new byte[] {8});

        assertThat(recorder.start()).contains(new Start.FromSnapshot(URL, 1, 2));
        assertThat(recorder.files()).containsOnlyKeys("snapshots/s/1_2-x.snap");
        assertThat(recorder.messages()).containsExactly(message(1), message(2));
    }

    @Test
    void aNewReplicaIsANewRecording() {
        recorder.begins(new Start.FromSnapshot(URL, 1, 2));
        recorder.fetched(URL, new byte[] {7});
        recorder.received(message(1));

        recorder.begins(new Start.Fresh());

        assertThat(recorder.start()).contains(new Start.Fresh());
        assertThat(recorder.files()).isEmpty();
        assertThat(recorder.messages()).isEmpty();
    }

    @Test
    void tooManyMessagesAreGivenUpAndNothingIsKeptUntilTheNextReplica() {
        recorder.begins(new Start.Fresh());
        for (int i = 0; i < Recorder.MAX_MESSAGES; i++) {
            recorder.received(message(0));
        }
        assertThat(recorder.messages()).hasSize(Recorder.MAX_MESSAGES);

        recorder.received(message(0));
        recorder.received(message(0));

        assertThat(recorder.start()).isEmpty();
        assertThat(recorder.messages()).isEmpty();
    }

    @Test
    void tooLongMessagesAreGivenUp() {
        recorder.begins(new Start.Fresh());
        recorder.received(message(Recorder.MAX_CHARS - Recorder.MESSAGE_CHARS));
        assertThat(recorder.start()).isPresent();

        recorder.received(message(0));

        assertThat(recorder.start()).isEmpty();
    }

    @Test
    void aTooLargeBeginningIsGivenUp() {
        recorder.begins(new Start.FromSnapshot(URL, 1, 2));
        recorder.fetched(URL, new byte[Recorder.MAX_FILE_BYTES]);
        assertThat(recorder.start()).isPresent();

        recorder.fetched(URL + "2", new byte[1]);

        assertThat(recorder.start()).isEmpty();
        assertThat(recorder.files()).isEmpty();
    }
}
