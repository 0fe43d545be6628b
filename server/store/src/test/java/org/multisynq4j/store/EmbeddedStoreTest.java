package org.multisynq4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multisynq4j.store.Samples.FIRST_SEQ;
import static org.multisynq4j.store.Samples.append;
import static org.multisynq4j.store.Samples.message;
import static org.multisynq4j.store.Samples.record;
import static org.multisynq4j.store.Samples.seq;
import static org.multisynq4j.store.Samples.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.StoreWrite;
import org.multisynq4j.reflector.store.StoredSession;
import org.multisynq4j.store.journal.FaultySegments;

final class EmbeddedStoreTest {
    private static final StoreOptions TINY_SEGMENTS = new StoreOptions(Durability.GROUP, 1, 2_000, 10);

    @TempDir
    Path directory;

    private final List<EmbeddedStore> opened = new ArrayList<>();
    private FaultySegments segments = new FaultySegments();
    private int crashes;

    @AfterEach
    void closeAll() throws IOException {
        segments.freeBytes(Long.MAX_VALUE);
        segments.forceFails(false);
        for (EmbeddedStore store : opened) {
            store.close();
        }
    }

    @Test
    void answersWithNothingForAnUnknownSession() throws Exception {
        assertThat(load(open(), "never").stored()).isEmpty();
    }

    @Test
    void findsEverythingAcknowledgedAfterAKill() throws Exception {
        EmbeddedStore store = open();
        RecordingListener listener = start(store, "s", 30);
        listener.awaitWritten(31);

        StoredSession found = load(reopenAfterKill(), "s").stored().orElseThrow();

        assertThat(found.record()).isEqualTo(record("s", FIRST_SEQ, FIRST_SEQ));
        assertThat(found.log())
                .isEqualTo(
                        IntStream.rangeClosed(1, 30).mapToObj(Samples::message).toList());
        assertThat(found.tailCertain()).isTrue();
    }

    @Test
    void aRecordIsSeenFromTheMomentItIsHandedOverAndAfterAKill() throws Exception {
        EmbeddedStore store = open();
        start(store, "s", 1).awaitWritten(2);
        store.write("s", 3, new StoreWrite.SaveRecord(record("s", seq(1), seq(1))), new RecordingListener());

        assertThat(store.record("s").orElseThrow().logStartSeq()).isEqualTo(seq(1));
        assertThat(store.record("nobody")).isEmpty();
        assertThat(reopenAfterKill().record("s").orElseThrow().logStartSeq()).isEqualTo(seq(1));
    }

    @Test
    void lookingAtARecordDoesNotBringAFailedSessionBack() throws Exception {
        EmbeddedStore store = open();
        RecordingListener listener = start(store, "s", 2);
        listener.awaitWritten(3);
        segments.freeBytes(20);
        store.write("s", 4, append(3), listener);
        assertThat(listener.problem()).contains("No space left");
        segments.freeBytes(Long.MAX_VALUE);

        assertThat(store.record("s")).isPresent();
        store.write("s", 5, append(4), listener);

        assertThat(load(store, "s").stored().orElseThrow().log()).hasSize(2);
    }

    @Test
    void survivesEveryCutOfTheJournal() throws Exception {
        EmbeddedStore store = open();
        start(store, "s", 4).awaitWritten(5);
        byte[] whole = segments.content(1);
        int previous = 0;
        for (int length = 0; length <= whole.length; length += 7) {
            FaultySegments cut = segments.afterCrash();
            cut.replace(1, Arrays.copyOf(whole, length));
            Path database = directory.resolve("cut" + length + ".db");
            EmbeddedStore reopened = open(cut, database, "boot", StoreOptions.DEFAULTS);

            int found = load(reopened, "s")
                    .stored()
                    .map(session -> session.log().size() + 1)
                    .orElse(0);
            assertThat(found).as("cut at %d", length).isBetween(previous, 5);
            assertThat(reopened.damages()).allMatch(damage -> damage.atTail());
            previous = found;
            reopened.close();
            opened.remove(reopened);
        }
        assertThat(previous).isGreaterThanOrEqualTo(4);
    }

    @Test
    void keepsTheReadableRestAndTheFileWhenTheJournalRots() throws Exception {
        EmbeddedStore store = open();
        start(store, "a", 10).awaitWritten(11);
        start(store, "b", 10).awaitWritten(11);
        segments = segments.afterCrash();
        byte[] rotten = segments.content(1);
        rotten[rotten.length / 4] ^= 1; // somewhere among the messages of a
        segments.replace(1, rotten);

        EmbeddedStore reopened = reopenAfterKill();

        assertThat(reopened.damages()).singleElement().matches(damage -> !damage.atTail());
        assertThat(segments.kept()).containsExactly(1L);
        StoredSession a = load(reopened, "a").stored().orElseThrow();
        assertThat(a.log().size()).isLessThan(10);
        assertThat(a.tailCertain()).isFalse();
        assertThat(load(reopened, "b").stored().orElseThrow().log()).hasSize(10);
    }

    @Test
    void doubtsTheTailOnlyWhenTheMachineWentDownToo() throws Exception {
        EmbeddedStore store = open();
        start(store, "s", 3).awaitWritten(4);

        EmbeddedStore sameBoot = reopenAfterKill();
        assertThat(load(sameBoot, "s").stored().orElseThrow().tailCertain()).isTrue();
        EmbeddedStore otherBoot =
                reopenAfterCrash("another boot", StoreOptions.DEFAULTS.withDurability(Durability.SYNC));
        assertThat(load(otherBoot, "s").stored().orElseThrow().tailCertain()).isFalse();
        RecordingListener listener = new RecordingListener();
        otherBoot.write("s", 1, new StoreWrite.SaveRecord(record("s", seq(3), FIRST_SEQ)), listener);
        listener.awaitWritten(1);
        EmbeddedStore afterSync = reopenAfterCrash("a third boot", StoreOptions.DEFAULTS);
        assertThat(load(afterSync, "s").stored().orElseThrow().tailCertain()).isTrue();
    }

    @Test
    void reportsAFullDiskAndGoesOnWhenThereIsSpace() throws Exception {
        EmbeddedStore store = open();
        RecordingListener listener = start(store, "s", 2);
        listener.awaitWritten(3);
        segments.freeBytes(20);
        store.write("s", 4, append(3), listener);
        assertThat(listener.problem()).contains("No space left");
        assertThat(store.problem()).isPresent();
        segments.freeBytes(Long.MAX_VALUE);
        store.write("s", 5, append(4), listener); // behind the failure: must not be stored

        RecordingListener again = new RecordingListener();
        store.load("s", "", "", again);
        assertThat(again.answer().stored().orElseThrow().log()).containsExactly(message(1), message(2));
        store.write("s", 1, append(3), again);
        again.awaitWritten(1);

        assertThat(listener.written()).doesNotContain(4L, 5L);
        assertThat(store.problem()).isEmpty();
        assertThat(load(reopenAfterKill(), "s").stored().orElseThrow().log())
                .containsExactly(message(1), message(2), message(3));
    }

    @Test
    void acknowledgesNothingThatASyncDiskDidNotForce() throws Exception {
        EmbeddedStore store =
                open(segments, directory.resolve("db"), "boot", StoreOptions.DEFAULTS.withDurability(Durability.SYNC));
        start(store, "s", 1).awaitWritten(2);
        segments.forceFails(true);
        RecordingListener listener = new RecordingListener();
        store.write("s", 3, append(2), listener);
        assertThat(listener.problem()).contains("Input/output error");
        segments.forceFails(false);

        assertThat(load(store, "s").stored().orElseThrow().log()).containsExactly(message(1));
        assertThat(load(reopenAfterKill(), "s").stored().orElseThrow().log()).containsExactly(message(1));
    }

    @Test
    void putsSessionsIntoCheckpointsWhenTheGroupedForceFails() throws Exception {
        EmbeddedStore store =
                open(segments, directory.resolve("db"), "boot", new StoreOptions(Durability.GROUP, 1, 1 << 20, 10));
        segments.forceFails(true);
        RecordingListener listener = start(store, "s", 1);
        int n = 1;
        while (segments.list().equals(List.of(1L))) { // each write gives the writer the chance to rotate
            n++;
            store.write("s", n + 1, append(n), listener);
            listener.awaitWritten(n + 1);
        }
        segments.forceFails(false);

        assertThat(load(store, "s").stored().orElseThrow().log()).hasSize(n);
    }

    @Test
    void forgetsMessagesThatASnapshotContains() throws Exception {
        EmbeddedStore store = open();
        RecordingListener listener = start(store, "s", 40);
        store.write("s", 42, new StoreWrite.SaveRecord(record("s", seq(40), seq(35))), listener);
        listener.awaitWritten(42);

        assertThat(load(store, "s").stored().orElseThrow().log()).hasSize(5);
        assertThat(load(reopenAfterKill(), "s").stored().orElseThrow().log()).hasSize(5);
    }

    @Test
    void keepsTheLastTenPersistedVersions() throws Exception {
        EmbeddedStore store = open();
        RecordingListener listener = new RecordingListener();
        for (int n = 1; n <= 13; n++) {
            store.write("session" + n, 1, new StoreWrite.SavePersisted(version("p", n)), listener);
        }
        store.write("other", 1, new StoreWrite.SavePersisted(version("q", 1)), listener);
        RecordingListener answer = new RecordingListener();
        store.load("never seen", "com.example.app", "p", answer);
        assertThat(answer.answer().persisted()).contains(version("p", 13));

        EmbeddedStore reopened = reopenAfterKill();
        reopened.load("never seen", "com.example.app", "p", answer);
        assertThat(answer.answer().persisted()).contains(version("p", 13));
        reopened.load("never seen", "com.example.app", "unknown", answer);
        assertThat(answer.answer().persisted()).isEmpty();
        try (Checkpoints checkpoints = new Checkpoints(directory.resolve("crash1/db"), 10)) {
            assertThat(checkpoints.versions("com.example.app", "p")).hasSize(10);
            assertThat(checkpoints.versions("com.example.app", "q")).hasSize(1);
        }
    }

    @Test
    void whatAnOlderSessionSavesBesideANewerOneIsKeptButNeitherCurrentNorDisplacing() throws Exception {
        EmbeddedStore store = open();
        RecordingListener listener = start(store, "session1", 1);
        start(store, "session2", 1);
        store.write("session2", 3, new StoreWrite.SavePersisted(version("p", 2)), listener);
        for (int n = 0; n < 12; n++) {
            store.write("session1", 3 + n, new StoreWrite.SavePersisted(version("p", 1)), listener);
        }

        assertThat(current(store)).contains(version("p", 2));
        EmbeddedStore reopened = reopenAfterKill();
        assertThat(current(reopened)).contains(version("p", 2));

        listener = start(reopened, "session3", 1);
        reopened.write("session1", 15, new StoreWrite.SavePersisted(version("p", 1)), listener);
        assertThat(current(reopened)).as("in the journal only").contains(version("p", 2));
        reopened.write("session3", 3, new StoreWrite.SavePersisted(version("p", 3)), listener);
        assertThat(current(reopened)).contains(version("p", 3));
    }

    private static PersistedVersion owned(String sessionId, String url, String key) {
        return new PersistedVersion("com.example.app", "p", sessionId, 1, url, key);
    }

    @Test
    void whatStrangersSaveNeitherBecomesCurrentNorDisplacesWhatTheOwnerSaved() throws Exception {
        EmbeddedStore store = open();
        RecordingListener owner = start(store, "session1", 1);
        RecordingListener stranger = start(store, "session2", 1);
        PersistedVersion ours = owned("session1", "ours", "key");
        for (int n = 0; n < 12; n++) {
            store.write("session2", 3 + n, new StoreWrite.SavePersisted(owned("session2", "early", "")), stranger);
        }
        store.write("session1", 3, new StoreWrite.SavePersisted(ours), owner);
        for (int n = 0; n < 12; n++) {
            PersistedVersion late = owned("session2", "late", n % 2 == 0 ? "" : "other key");
            store.write("session2", 15 + n, new StoreWrite.SavePersisted(late), stranger);
        }

        assertThat(current(store)).as("in the journal only").contains(ours);
        EmbeddedStore reopened = reopenAfterKill();
        assertThat(current(reopened)).contains(ours);
        RecordingListener again = start(reopened, "session3", 1);
        reopened.write("session3", 3, new StoreWrite.SavePersisted(owned("session3", "late", "other key")), again);
        assertThat(current(reopened)).contains(ours);
        again.awaitWritten(3);
        reopenAfterKill();
        try (Checkpoints checkpoints = new Checkpoints(directory.resolve("crash2/db"), 10)) {
            assertThat(checkpoints.versions("com.example.app", "p"))
                    .hasSize(10)
                    .extracting(kept -> kept.version().url())
                    .contains("ours")
                    .doesNotContain("late");
        }
    }

    @Test
    void dataSavedBeforeThereWereOwnersBelongsToTheKeysOfTheSessionsThatSavedIt() throws Exception {
        Path database = directory.resolve("old.db");
        try (Checkpoints checkpoints = new Checkpoints(database, 10)) {
            Changes changes = new Changes();
            changes.add(new StoredWrite("session1", new StoreWrite.SaveRecord(record("session1", 0, 0)), 0));
            changes.add(new StoredWrite("session1", new StoreWrite.SavePersisted(version("p", 1)), 0));
            checkpoints.apply(changes, 1);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE persisted DROP COLUMN member_key");
        }
        try (Checkpoints checkpoints = new Checkpoints(database, 10)) {
            assertThat(checkpoints.versions("com.example.app", "p"))
                    .extracting(kept -> kept.version().memberKey())
                    .containsExactly(record("session1", 0, 0).memberKey());
        }
    }

    private Optional<PersistedVersion> current(EmbeddedStore store) throws Exception {
        RecordingListener answer = new RecordingListener();
        store.load("never seen", "com.example.app", "p", answer);
        return answer.answer().persisted();
    }

    @Test
    void looksPersistedDataUpOnlyForUnknownSessions() throws Exception {
        EmbeddedStore store = open();
        RecordingListener listener = start(store, "s", 1);
        store.write("s", 3, new StoreWrite.SavePersisted(version("p", 1)), listener);
        store.load("s", "com.example.app", "p", listener);

        RecordingListener.Answer answer = listener.answer();
        assertThat(answer.stored()).isPresent();
        assertThat(answer.persisted()).isEmpty();
    }

    @Test
    void acknowledgesInOrderAndLosesNothingWithManySessionsAndRotations() throws Exception {
        EmbeddedStore store = open(segments, directory.resolve("db"), "boot", TINY_SEGMENTS);
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
        opened.remove(store);
        assertThat(segments.list())
                .as("a clean stop leaves everything in SQLite")
                .allMatch(number -> segments.content(number).length == 0);

        EmbeddedStore reopened = reopenAfterKill();
        for (String id : listeners.keySet()) {
            assertThat(load(reopened, id).stored().orElseThrow().log())
                    .as(id)
                    .hasSize(400)
                    .endsWith(message(400));
        }
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

    private EmbeddedStore open() throws Exception {
        return open(segments, directory.resolve("db"), "boot", StoreOptions.DEFAULTS);
    }

    private EmbeddedStore open(FaultySegments files, Path database, String boot, StoreOptions options)
            throws Exception {
        EmbeddedStore store = EmbeddedStore.open(
                files, database, database.resolveSibling(database.getFileName() + ".running"), boot, options);
        opened.add(store);
        return store;
    }

    private EmbeddedStore reopenAfterKill() throws Exception {
        return reopenAfterCrash("boot", StoreOptions.DEFAULTS);
    }

    /** Opens what the disk contains at this moment, as after kill -9; the old store goes on without anybody listening. */
    private EmbeddedStore reopenAfterCrash(String boot, StoreOptions options) throws Exception {
        segments = segments.afterCrash();
        crashes++;
        Path copy = Files.createDirectory(directory.resolve("crash" + crashes));
        Path from = crashes == 1 ? directory : directory.resolve("crash" + (crashes - 1));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return open(segments, copy.resolve("db"), boot, options);
    }

    private static RecordingListener start(EmbeddedStore store, String sessionId, int messages) {
        RecordingListener listener = new RecordingListener();
        fill(store, sessionId, messages, listener);
        return listener;
    }

    private static void fill(EmbeddedStore store, String sessionId, int messages, RecordingListener listener) {
        store.write(sessionId, 1, new StoreWrite.SaveRecord(record(sessionId, FIRST_SEQ, FIRST_SEQ)), listener);
        for (int n = 1; n <= messages; n++) {
            store.write(sessionId, n + 1, append(n), listener);
        }
    }

    private static RecordingListener.Answer load(EmbeddedStore store, String sessionId) throws InterruptedException {
        RecordingListener listener = new RecordingListener();
        store.load(sessionId, "", "", listener);
        return listener.answer();
    }
}
