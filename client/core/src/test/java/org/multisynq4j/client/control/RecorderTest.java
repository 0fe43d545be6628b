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

    private long seq;

    private Message message(int chars) {
        seq++;
        return new Message(seq, seq, new Payload.Text("x".repeat(chars)), List.of());
    }

    @Test
    void keepsTheBeginningWithItsFilesAndEveryMessageSince() {
        recorder.begins(new Start.FromSnapshot(URL, 1, 2), "t1");
        recorder.fetched(URL, new byte[] {7});
        List<Message> messages = List.of(message(1), message(2));
        messages.forEach(recorder::received);
        recorder.fetched("http://sim/files/snapshots/s/later", new byte[] {8});

        assertThat(recorder.start()).contains(new Start.FromSnapshot(URL, 1, 2));
        assertThat(recorder.files()).containsOnlyKeys("snapshots/s/1_2-x.snap");
        assertThat(recorder.messages()).isEqualTo(messages);
    }

    @Test
    void aNewReplicaIsANewRecording() {
        recorder.begins(new Start.FromSnapshot(URL, 1, 2), "t1");
        recorder.fetched(URL, new byte[] {7});
        recorder.received(message(1));

        recorder.begins(new Start.Fresh(), "t1");

        assertThat(recorder.start()).contains(new Start.Fresh());
        assertThat(recorder.files()).isEmpty();
        assertThat(recorder.messages()).isEmpty();
    }

    @Test
    void aReplicaThatWasMadeAnewWithinTheRecordingContinuesIt() {
        recorder.begins(new Start.Fresh(), "t1");
        List<Message> messages = List.of(message(1), message(1), message(1), message(1));
        messages.subList(0, 3).forEach(recorder::received);
        Start.FromSnapshot snapshot = new Start.FromSnapshot(URL, 2, 2);

        recorder.begins(snapshot, "t1");
        recorder.fetched(URL, new byte[] {7});
        messages.subList(2, 4).forEach(recorder::received);

        assertThat(recorder.start()).contains(new Start.Fresh());
        assertThat(recorder.snapshots()).containsExactly(snapshot);
        assertThat(recorder.files()).hasSize(1);
        assertThat(recorder.messages()).isEqualTo(messages);
    }

    @Test
    void oneReplicaMoreThanSnapshotsAreKeptBeginsAnotherRecording() {
        recorder.begins(new Start.Fresh(), "t1");
        recorder.received(message(1));
        for (int i = 1; i <= Recorder.MAX_SNAPSHOTS; i++) {
            recorder.begins(new Start.FromSnapshot(URL + i, 1, 1), "t1");
            recorder.received(message(1));
            assertThat(recorder.snapshots()).hasSize(i);
        }
        assertThat(recorder.start()).contains(new Start.Fresh());
        assertThat(recorder.messages()).hasSize(Recorder.MAX_SNAPSHOTS + 1);

        Start.FromSnapshot next = new Start.FromSnapshot(URL, 1, 1);
        recorder.begins(next, "t1");

        assertThat(recorder.start()).contains(next);
        assertThat(recorder.snapshots()).isEmpty();
        assertThat(recorder.messages()).isEmpty();
    }

    @Test
    void aReplicaFromBeyondTheRecordingOrOfAnotherTimelineBeginsAnotherOne() {
        for (String timeline : List.of("t1", "t2", "")) {
            Recorder other = new Recorder();
            seq = 0;
            other.begins(new Start.Fresh(), timeline.isEmpty() ? "" : "t1");
            other.received(message(1));
            Start.FromSnapshot snapshot = new Start.FromSnapshot(URL, 2, timeline.equals("t1") ? 2 : 1);

            other.begins(snapshot, timeline);

            assertThat(other.start()).as(timeline).contains(snapshot);
            assertThat(other.messages()).isEmpty();
            assertThat(other.snapshots()).isEmpty();
        }
    }

    @Test
    void tooManyMessagesAreGivenUpAndNothingIsKeptUntilTheNextReplica() {
        recorder.begins(new Start.Fresh(), "t1");
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
        recorder.begins(new Start.Fresh(), "t1");
        recorder.received(message(Recorder.MAX_CHARS - Recorder.MESSAGE_CHARS));
        assertThat(recorder.start()).isPresent();

        recorder.received(message(0));

        assertThat(recorder.start()).isEmpty();
    }

    @Test
    void aTooLargeBeginningIsGivenUp() {
        recorder.begins(new Start.FromSnapshot(URL, 1, 2), "t1");
        recorder.fetched(URL, new byte[Recorder.MAX_FILE_BYTES]);
        assertThat(recorder.start()).isPresent();

        recorder.fetched(URL + "2", new byte[1]);

        assertThat(recorder.start()).isEmpty();
        assertThat(recorder.files()).isEmpty();
    }
}
