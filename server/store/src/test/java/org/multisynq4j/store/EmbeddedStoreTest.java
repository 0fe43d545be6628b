package org.multisynq4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multisynq4j.store.Samples.FIRST_SEQ;
import static org.multisynq4j.store.Samples.fill;
import static org.multisynq4j.store.Samples.load;
import static org.multisynq4j.store.Samples.message;
import static org.multisynq4j.store.Samples.record;
import static org.multisynq4j.store.Samples.seq;
import static org.multisynq4j.store.Samples.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.multisynq4j.reflector.store.StoreWrite;
import org.multisynq4j.reflector.store.StoredSession;

/** What is written is found again, by whoever opens the store next. */
final class EmbeddedStoreTest extends CrashingDiskTest {
    private static final StoreOptions TINY_SEGMENTS = new StoreOptions(Durability.GROUP, 1, 2_000, 10);

    @Test
    void answersWithNothingForAnUnknownSession() throws Exception {
        assertThat(load(disk.open(), "never").stored()).isEmpty();
    }

    @Test
    void findsEverythingAcknowledgedAfterAKill() throws Exception {
        EmbeddedStore store = disk.open();
        RecordingListener listener = start(store, "s", 30);
        listener.awaitWritten(31);

        StoredSession found = load(disk.reopenAfterKill(), "s").stored().orElseThrow();

        assertThat(found.record()).isEqualTo(record("s", FIRST_SEQ, FIRST_SEQ));
        assertThat(found.log())
                .isEqualTo(
                        IntStream.rangeClosed(1, 30).mapToObj(Samples::message).toList());
        assertThat(found.tailCertain()).isTrue();
    }

    @Test
    void aRecordIsSeenFromTheMomentItIsHandedOverAndAfterAKill() throws Exception {
        EmbeddedStore store = disk.open();
        start(store, "s", 1).awaitWritten(2);
        store.write("s", 3, new StoreWrite.SaveRecord(record("s", seq(1), seq(1))), new RecordingListener());

        assertThat(store.record("s").orElseThrow().logStartSeq()).isEqualTo(seq(1));
        assertThat(store.record("nobody")).isEmpty();
        assertThat(disk.reopenAfterKill().record("s").orElseThrow().logStartSeq())
                .isEqualTo(seq(1));
    }

    @Test
    void forgetsMessagesThatASnapshotContains() throws Exception {
        EmbeddedStore store = disk.open();
        RecordingListener listener = start(store, "s", 40);
        store.write("s", 42, new StoreWrite.SaveRecord(record("s", seq(40), seq(35))), listener);
        listener.awaitWritten(42);

        assertThat(load(store, "s").stored().orElseThrow().log()).hasSize(5);
        assertThat(load(disk.reopenAfterKill(), "s").stored().orElseThrow().log())
                .hasSize(5);
    }

    @Test
    void acknowledgesInOrderAndLosesNothingWithManySessionsAndRotations() throws Exception {
        EmbeddedStore store = disk.open(TINY_SEGMENTS);
        Map<String, RecordingListener> listeners = new TreeMap<>();
        List<Thread> threads = new ArrayList<>();
        for (int session = 0; session < 6; session++) {
            String id = "session" + session;
            listeners.put(id, new RecordingListener());
            threads.add(new Thread(() -> fill(store, id, 400, listeners.get(id))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        for (RecordingListener listener : listeners.values()) {
            listener.awaitWritten(401);
            assertThat(listener.written()).isSorted().doesNotHaveDuplicates();
        }
        for (String id : listeners.keySet()) {
            assertThat(load(store, id).stored().orElseThrow().log()).hasSize(400);
        }
        store.close();
        assertThat(disk.segments().list())
                .as("a clean stop leaves everything in SQLite")
                .allMatch(number -> disk.segments().content(number).length == 0);

        EmbeddedStore reopened = disk.reopenAfterKill();
        for (String id : listeners.keySet()) {
            assertThat(load(reopened, id).stored().orElseThrow().log())
                    .as(id)
                    .hasSize(400)
                    .endsWith(message(400));
        }
    }

    @Test
    void isClosedOnce() throws Exception {
        EmbeddedStore store = disk.open();
        start(store, "s", 1).awaitWritten(2);
        store.close();

        store.close();

        assertThat(load(disk.reopenAfterKill(), "s").stored().orElseThrow().log())
                .hasSize(1);
    }

    @Test
    void worksInARealDirectory() throws Exception {
        Path data = directory.resolve("data");
        try (DataDirectory held = DataDirectory.open(data);
                EmbeddedStore store = EmbeddedStore.open(held, StoreOptions.DEFAULTS)) {
            start(store, "s", 3).awaitWritten(4);
        }
        assertThat(Files.exists(data.resolve("running"))).isFalse();
        try (DataDirectory held = DataDirectory.open(data);
                EmbeddedStore store = EmbeddedStore.open(held, StoreOptions.DEFAULTS)) {
            assertThat(load(store, "s").stored().orElseThrow().log()).hasSize(3);
        }
    }
}
