package org.multisynq4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multisynq4j.store.Samples.record;
import static org.multisynq4j.store.Samples.start;
import static org.multisynq4j.store.Samples.version;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.StoreWrite;

/** Persistent data of sessions: which version is current, whose it is, and how many are kept. */
final class SavedDataTest extends CrashingDiskTest {
    private static PersistedVersion owned(String sessionId, String url, String key) {
        return new PersistedVersion("com.example.app", "p", sessionId, 1, url, key);
    }

    private Optional<PersistedVersion> current(EmbeddedStore store) throws Exception {
        RecordingListener answer = new RecordingListener();
        store.load("never seen", "com.example.app", "p", answer);
        return answer.answer().persisted();
    }

    @Test
    void keepsTheLastTenPersistedVersions() throws Exception {
        EmbeddedStore store = disk.open();
        RecordingListener listener = new RecordingListener();
        for (int n = 1; n <= 13; n++) {
            store.write("session" + n, 1, new StoreWrite.SavePersisted(version("p", n)), listener);
        }
        store.write("other", 1, new StoreWrite.SavePersisted(version("q", 1)), listener);
        RecordingListener answer = new RecordingListener();
        store.load("never seen", "com.example.app", "p", answer);
        assertThat(answer.answer().persisted()).contains(version("p", 13));

        EmbeddedStore reopened = disk.reopenAfterKill();
        reopened.load("never seen", "com.example.app", "p", answer);
        assertThat(answer.answer().persisted()).contains(version("p", 13));
        reopened.load("never seen", "com.example.app", "unknown", answer);
        assertThat(answer.answer().persisted()).isEmpty();
        try (Checkpoints checkpoints = new Checkpoints(disk.database(), 10)) {
            assertThat(checkpoints.versions("com.example.app", "p")).hasSize(10);
            assertThat(checkpoints.versions("com.example.app", "q")).hasSize(1);
        }
    }

    @Test
    void whatAnOlderSessionSavesBesideANewerOneIsKeptButNeitherCurrentNorDisplacing() throws Exception {
        EmbeddedStore store = disk.open();
        RecordingListener listener = start(store, "session1", 1);
        start(store, "session2", 1);
        store.write("session2", 3, new StoreWrite.SavePersisted(version("p", 2)), listener);
        for (int n = 0; n < 12; n++) {
            store.write("session1", 3 + n, new StoreWrite.SavePersisted(version("p", 1)), listener);
        }

        assertThat(current(store)).contains(version("p", 2));
        EmbeddedStore reopened = disk.reopenAfterKill();
        assertThat(current(reopened)).contains(version("p", 2));

        listener = start(reopened, "session3", 1);
        reopened.write("session1", 15, new StoreWrite.SavePersisted(version("p", 1)), listener);
        assertThat(current(reopened)).as("in the journal only").contains(version("p", 2));
        reopened.write("session3", 3, new StoreWrite.SavePersisted(version("p", 3)), listener);
        assertThat(current(reopened)).contains(version("p", 3));
    }

    @Test
    void whatStrangersSaveNeitherBecomesCurrentNorDisplacesWhatTheOwnerSaved() throws Exception {
        EmbeddedStore store = disk.open();
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
        EmbeddedStore reopened = disk.reopenAfterKill();
        assertThat(current(reopened)).contains(ours);
        RecordingListener again = start(reopened, "session3", 1);
        reopened.write("session3", 3, new StoreWrite.SavePersisted(owned("session3", "late", "other key")), again);
        assertThat(current(reopened)).contains(ours);
        again.awaitWritten(3);
        disk.reopenAfterKill();
        try (Checkpoints checkpoints = new Checkpoints(disk.database(), 10)) {
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

    @Test
    void looksPersistedDataUpOnlyForUnknownSessions() throws Exception {
        EmbeddedStore store = disk.open();
        RecordingListener listener = start(store, "s", 1);
        store.write("s", 3, new StoreWrite.SavePersisted(version("p", 1)), listener);
        store.load("s", "com.example.app", "p", listener);

        RecordingListener.Answer answer = listener.answer();
        assertThat(answer.stored()).isPresent();
        assertThat(answer.persisted()).isEmpty();
    }
}
