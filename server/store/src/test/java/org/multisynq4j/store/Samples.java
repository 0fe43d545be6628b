package org.multisynq4j.store;

import java.util.List;
import java.util.Optional;
import org.multisynq4j.reflector.store.CompletedTally;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.SnapshotPointer;
import org.multisynq4j.reflector.store.StoreWrite;

/** Values for tests of the store, and sessions that write them. */
final class Samples {
    /** Where sequence numbers begin; 16 messages later they wrap. */
    static final long FIRST_SEQ = 0xFFFFFFF0L;

    private Samples() {}

    static SessionRecord record(String sessionId, long seq, long logStartSeq) {
        return record(sessionId, seq, logStartSeq, Optional.empty(), Optional.empty());
    }

    static SessionRecord record(
            String sessionId,
            long seq,
            long logStartSeq,
            Optional<SnapshotPointer> snapshot,
            Optional<SnapshotPointer> previous) {
        return new SessionRecord(
                sessionId,
                "röom/1",
                "com.example.app",
                "persistent-" + sessionId,
                "code",
                "timeline-" + sessionId,
                "tove",
                50,
                0.5,
                List.of("rawtime"),
                1234,
                seq,
                logStartSeq,
                snapshot,
                previous,
                Optional.of("apps/a/b/save/c"),
                77,
                List.of(new CompletedTally("snapshot@7210", 7210.25)),
                -1,
                "mEmBeRkEy");
    }

    static SnapshotPointer pointer(long seq) {
        return new SnapshotPointer(1000, seq, "snapshots/s/" + seq);
    }

    /** The {@code n}th message of a session, from 1. */
    static LoggedMessage message(int n) {
        long seq = seq(n);
        return new LoggedMessage(10L * n, seq, "[" + 10L * n + "," + seq + ",\"päyload " + n + "\",0]");
    }

    static StoreWrite append(int n) {
        return new StoreWrite.Append(message(n));
    }

    static long seq(int n) {
        return (FIRST_SEQ + n) & 0xFFFFFFFFL;
    }

    static PersistedVersion version(String persistentId, int n) {
        return new PersistedVersion("com.example.app", persistentId, "session" + n, n, "apps/a/b/save/" + n);
    }

    /** Writes a session's record and its first messages. */
    static RecordingListener start(EmbeddedStore store, String sessionId, int messages) {
        RecordingListener listener = new RecordingListener();
        fill(store, sessionId, messages, listener);
        return listener;
    }

    static void fill(EmbeddedStore store, String sessionId, int messages, RecordingListener listener) {
        store.write(sessionId, 1, new StoreWrite.SaveRecord(record(sessionId, FIRST_SEQ, FIRST_SEQ)), listener);
        for (int n = 1; n <= messages; n++) {
            store.write(sessionId, n + 1, append(n), listener);
        }
    }

    static RecordingListener.Answer load(EmbeddedStore store, String sessionId) throws InterruptedException {
        RecordingListener listener = new RecordingListener();
        store.load(sessionId, "", "", listener);
        return listener.answer();
    }
}
