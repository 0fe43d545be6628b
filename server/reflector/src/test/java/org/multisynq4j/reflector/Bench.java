package org.multisynq4j.reflector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.multisynq4j.protocol.ChunkJoiner;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.Limits;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.protocol.ServerFrameDecoder;
import org.multisynq4j.reflector.store.MemoryStore;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionStore;
import org.multisynq4j.reflector.store.StoredSession;

/** One state machine on a virtual clock, with a store that acknowledges at once or when told, and clients that remember what they got. */
final class Bench {
    static final String ID = "9jfvsfCzEEH0gS9F7rxG8TvcwIODJVql3d920KCN-Xk";
    static final String BASE = "http://box.local:8080";

    final MemoryStore store;
    final Set<String> files = new LinkedHashSet<>();
    final List<Output> outputs = new ArrayList<>();
    final List<Output.Write> unacknowledged = new ArrayList<>();
    boolean storeAnswers = true;
    boolean loadAnswers = true;
    boolean unloaded;
    double now = 1000;
    private final ReflectedSession session;
    private final Map<Peer, TestClient> clients = new LinkedHashMap<>();
    private Optional<Output.Load> waitingLoad = Optional.empty();
    private double wakeAt = Double.POSITIVE_INFINITY;

    Bench() {
        this(ReflectorSettings.standard());
    }

    Bench(ReflectorSettings settings) {
        this(settings, new MemoryStore(), "timeline-1");
    }

    Bench(ReflectorSettings settings, MemoryStore store, String timeline) {
        this.store = store;
        session = new ReflectedSession(ID, timeline, "secret of " + timeline, settings);
    }

    TestClient connect() {
        TestClient client = new TestClient("client " + clients.size());
        clients.put(client, client);
        feed(new Input.Connected(client, BASE));
        return client;
    }

    /** A client with a view id, joined; the session ticks every 500 ms. */
    TestClient join(String viewId) {
        return connect().joins("\"user\":\"" + viewId + "\"");
    }

    void feed(Input input) {
        List<Output> turn = new ArrayList<>();
        session.handle(input, now, turn::add);
        outputs.addAll(turn);
        turn.forEach(this::carryOut);
    }

    private void carryOut(Output output) {
        if (output instanceof Output.Send send) {
            send.to().forEach(peer -> clients.get(peer).receive(send.text()));
        } else if (output instanceof Output.Close close) {
            clients.get(close.peer()).closed = Optional.of(close.reason());
            feed(new Input.Disconnected(close.peer(), close.reason().code()));
        } else if (output instanceof Output.Write write) {
            unacknowledged.add(write);
            if (storeAnswers) {
                acknowledge();
            }
        } else if (output instanceof Output.Load load) {
            waitingLoad = Optional.of(load);
            if (loadAnswers) {
                answerLoad();
            }
        } else if (output instanceof Output.CheckFile check) {
            feed(new Input.FileChecked(check.path(), files.contains(check.path()) && files.containsAll(check.parts())));
        } else if (output instanceof Output.WakeAt wake) {
            // Answers come within this turn here, so an earlier wake-up may have been asked for meanwhile.
            wakeAt = Math.min(wakeAt, wake.nowMs());
        } else if (output instanceof Output.Unload) {
            unloaded = true;
        }
    }

    void answerLoad() {
        Output.Load load = waitingLoad.orElseThrow();
        waitingLoad = Optional.empty();
        store.load(load.sessionId(), load.appId(), load.persistentId(), new SessionStore.Listener() {
            @Override
            public void loaded(Optional<StoredSession> stored, Optional<PersistedVersion> persisted) {
                feed(new Input.Loaded(stored, persisted));
            }

            @Override
            public void written(long upToIndex) {
                throw new AssertionError();
            }

            @Override
            public void failed(String problem) {
                throw new AssertionError();
            }
        });
    }

    /** The store takes and acknowledges everything handed to it so far. */
    void acknowledge() {
        long last = 0;
        for (Output.Write write : List.copyOf(unacknowledged)) {
            store.apply(ID, write.write());
            last = write.index();
        }
        unacknowledged.clear();
        if (last > 0) {
            feed(new Input.Written(last));
        }
    }

    /** Lets time pass, with all wake-ups asked for on the way. */
    void advance(double ms) {
        double end = now + ms;
        while (wakeAt <= end) {
            now = Math.max(now, wakeAt);
            wakeAt = Double.POSITIVE_INFINITY;
            feed(new Input.Timer());
        }
        now = end;
    }

    SessionStatus status() {
        return session.status();
    }

    <T extends Output> List<T> all(Class<T> kind) {
        return outputs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** A connection that remembers what came. */
    final class TestClient implements Peer {
        final List<String> texts = new ArrayList<>();
        Optional<CloseReason> closed = Optional.empty();
        private final String name;
        private final ChunkJoiner joiner = new ChunkJoiner(Limits.DEFAULTS);
        private final ServerFrameDecoder decoder = new ServerFrameDecoder(Limits.DEFAULTS);

        TestClient(String name) {
            this.name = name;
        }

        void receive(String text) {
            joiner.add(text).ifPresent(texts::add);
        }

        /** JOIN with these members besides the usual ones. */
        TestClient joins(String members) {
            return send(
                    "JOIN",
                    "{\"version\":1,\"apiKey\":\"none\",\"name\":\"com.example.wire/room1\",\"appId\":\"com.example.wire\","
                            + "\"persistentId\":\"pid\",\"tove\":\"tove\",\"ticks\":{\"tick\":500,\"delay\":0}"
                            + (members.isEmpty() ? "" : ",")
                            + members + "}");
        }

        TestClient send(String action, String args) {
            return raw("{\"id\":\"" + ID + "\",\"action\":\"" + action + "\",\"args\":" + args + "}");
        }

        TestClient event(String payload) {
            return send("SEND", "[0,0,\"" + payload + "\",7]");
        }

        TestClient raw(String text) {
            feed(new Input.Received(this, text));
            return this;
        }

        void disconnects(int code) {
            feed(new Input.Disconnected(this, code));
        }

        List<ServerFrame> frames() {
            return texts.stream().map(decoder::decode).toList();
        }

        <T extends ServerFrame> List<T> all(Class<T> kind) {
            return frames().stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        ServerFrame.Sync sync() {
            List<ServerFrame.Sync> syncs = all(ServerFrame.Sync.class);
            return syncs.get(syncs.size() - 1);
        }

        List<Message> messages() {
            return all(ServerFrame.Recv.class).stream()
                    .map(ServerFrame.Recv::message)
                    .toList();
        }

        Message lastMessage() {
            return messages().get(messages().size() - 1);
        }

        List<Long> ticks() {
            return all(ServerFrame.Tick.class).stream()
                    .map(ServerFrame.Tick::timeMs)
                    .toList();
        }

        /** Everything up to now is of no more interest. */
        void forget() {
            texts.clear();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
