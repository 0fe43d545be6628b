package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.Limits;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.protocol.ServerFrameDecoder;
import org.multisynq4j.reflector.loopback.Connection;
import org.multisynq4j.reflector.loopback.Listener;
import org.multisynq4j.reflector.loopback.Loopback;

/** A client that checks everything it is told, the way a replica would, and rejoins with what it knows. */
final class WitnessClient implements Listener {
    private static final String SESSION = "s";

    private final Loopback loopback;
    private final SharedTruth truth;
    private final String viewId;
    private final boolean spoilsSnapshots;
    private final ServerFrameDecoder decoder = new ServerFrameDecoder(Limits.DEFAULTS);
    private Connection connection;
    private boolean synced;
    private boolean provoked;
    private boolean knows;
    private long lastSeq;
    private long timeMs;
    private Optional<Message> newest = Optional.empty();

    WitnessClient(Loopback loopback, SharedTruth truth, String viewId, boolean spoilsSnapshots) {
        this.loopback = loopback;
        this.truth = truth;
        this.viewId = viewId;
        this.spoilsSnapshots = spoilsSnapshots;
        this.connection = loopback.connect(SESSION, "", this);
        join();
    }

    private void join() {
        provoked = false;
        connection.send(
                "{\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"none\",\"appId\":\"a.b\",\"persistentId\":\"p\","
                        + "\"user\":\"" + viewId + "\",\"ticks\":{\"tick\":50,\"delay\":0},\"leaveDelay\":1250"
                        + (spoilsSnapshots ? ",\"flags\":{\"previous-snapshot\":true,\"leave-now\":true}" : "") + "}}");
    }

    void rejoin() {
        cut(1006);
        connection = loopback.connect(SESSION, "", this);
        join();
    }

    void send(String payload) {
        if (synced) {
            connection.send("{\"action\":\"SEND\",\"args\":[0,0,\"" + payload + "\",1]}");
        }
    }

    void vote(String key, String payload) {
        if (synced) {
            connection.send("{\"action\":\"TUTTI\",\"args\":[" + timeMs + ",0,\"" + payload + "\",null,true,[],\"" + key
                    + "\"]}");
        }
    }

    void snapshot(String path) {
        if (synced && newest.isPresent()) {
            long shift = spoilsSnapshots ? 1 : 0;
            connection.send(
                    "{\"action\":\"SNAP\",\"args\":{\"time\":" + newest.get().timeMs() + ",\"seq\":"
                            + (newest.get().seq() + shift) % 0x100000000L + ",\"url\":\"/files/" + path + "\"}}");
        }
    }

    void hostile(String frame) {
        provoked = true;
        connection.send(frame);
    }

    void cut(int code) {
        synced = false;
        connection.close(code);
    }

    boolean isSynced() {
        return synced;
    }

    long lastSeq() {
        return lastSeq;
    }

    @Override
    public void received(String text) {
        ServerFrame frame = decoder.decode(text);
        if (frame instanceof ServerFrame.Sync sync) {
            synced(sync);
        } else if (frame instanceof ServerFrame.Recv recv) {
            take(recv.message());
        } else if (frame instanceof ServerFrame.Tick tick) {
            assertThat(tick.timeMs()).as("a tick does not go back").isGreaterThanOrEqualTo(timeMs);
            timeMs = tick.timeMs();
        }
    }

    private void synced(ServerFrame.Sync sync) {
        ServerFrame.SyncHeader header = sync.header();
        truth.timeline(header.timeline());
        long start =
                header.start() instanceof ServerFrame.Start.FromSnapshot snapshot ? snapshot.seq() : Sequence.START;
        if (header.start() instanceof ServerFrame.Start.FromSnapshot snapshot) {
            assertThat(snapshot.timeMs()).isLessThanOrEqualTo(header.timeMs());
        }
        assertThat(header.timeMs()).as("time of SYNC").isGreaterThanOrEqualTo(knows ? timeMs : 0);
        assertThat(knows && Sequence.after(lastSeq, header.seq()))
                .as("SYNC knows all I know")
                .isFalse();
        lastSeq = start;
        for (Message message : sync.messages()) {
            follow(message);
        }
        assertThat(lastSeq).as("SYNC is complete").isEqualTo(header.seq());
        timeMs = header.timeMs();
        synced = true;
        knows = true;
    }

    private void take(Message message) {
        assertThat(synced).as("no message before SYNC").isTrue();
        assertThat(message.timeMs()).as("a message does not go back").isGreaterThanOrEqualTo(timeMs);
        timeMs = message.timeMs();
        follow(message);
    }

    private void follow(Message message) {
        assertThat(message.seq()).as("no gap").isEqualTo(Sequence.next(lastSeq));
        lastSeq = message.seq();
        newest = Optional.of(message);
        truth.saw(message);
    }

    @Override
    public void closed(int code, String reason) {
        synced = false;
        boolean serversFault = code == 1006 || code == 1001 || code == CloseReason.PLEASE_RECONNECT.code();
        assertThat(provoked || serversFault || code == CloseReason.CLIENT_INACTIVE.code())
                .as("closed with " + code + " without a cause")
                .isTrue();
    }
}
