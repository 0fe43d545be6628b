package org.multisynq4j.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.StoreWrite;
import org.multisynq4j.reflector.store.StoredSession;
import org.sqlite.SQLiteConfig;

/**
 * Sessions in SQLite, as of the last checkpoint. Used by one thread. WAL with {@code synchronous=NORMAL}: a commit need
 * not be on the disk at once, because the journal is deleted only after {@link #flush()}.
 */
final class Checkpoints implements Closeable {
    private static final String[] SCHEMA = {
        "CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS sessions(n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record BLOB,"
                + " tail_certain INTEGER NOT NULL DEFAULT 1)",
        "CREATE TABLE IF NOT EXISTS log(n INTEGER NOT NULL, seq INTEGER NOT NULL, time INTEGER NOT NULL,"
                + " args TEXT NOT NULL, PRIMARY KEY(n, seq)) WITHOUT ROWID",
        PersistedRows.TABLE
    };
    /** Rows with (start − seq) mod 2^32 below 2^31: everything up to and including the start. */
    private static final String DELETE_BEFORE = "DELETE FROM log WHERE n = ? AND ((? - seq) & 4294967295) < 2147483648";

    private final Path file;
    private final int keptVersions;
    private final boolean readOnly;
    private Connection connection;

    /** Opens or creates the database; keeps the newest {@code keptVersions} persisted versions of everything. */
    Checkpoints(Path file, int keptVersions) throws SQLException {
        this.file = file;
        this.keptVersions = keptVersions;
        this.readOnly = false;
        this.connection = connect();
        if (PersistedRows.lackOwners(connection)) {
            transaction(() -> PersistedRows.addOwners(connection, this::records));
        }
    }

    private Checkpoints(Path file, Connection reading) {
        this.file = file;
        keptVersions = 0;
        readOnly = true;
        connection = reading;
    }

    /** Looks at a database that others may be writing; what is seen is that of one moment. */
    static Checkpoints openReadOnly(Path file) throws SQLException {
        // A write-ahead log beside it is in use, or was left by a crash; without one nobody has the database open.
        boolean logged = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        String url = "jdbc:sqlite:" + file.toUri() + (logged ? "?mode=ro" : "?immutable=1");
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connection reading = config.createConnection(url);
        try (Statement statement = reading.createStatement()) {
            statement.execute("PRAGMA busy_timeout=5000");
            reading.setAutoCommit(false);
        } catch (SQLException e) {
            reading.close();
            throw e;
        }
        return new Checkpoints(file, reading);
    }

    /** Closes and opens again: after a full disk a connection may stay in an error state. */
    void reopen() throws SQLException {
        connection.close();
        connection = connect();
    }

    /** Number of the newest journal segment whose entries are all here, 0 if none. */
    long appliedSegment() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT value FROM meta WHERE name = 'segment'");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? Long.parseLong(rows.getString(1)) : 0;
        }
    }

    /** Adds all changes, which came from the segments up to {@code segment}, in one transaction. */
    void apply(Changes changes, long segment) throws SQLException {
        transaction(() -> {
            for (Map.Entry<String, SessionChanges> entry : changes.sessions().entrySet()) {
                apply(entry.getKey(), entry.getValue());
            }
            for (StoredWrite entry : changes.persisted()) {
                PersistedVersion version = ((StoreWrite.SavePersisted) entry.write()).version();
                PersistedRows.add(connection, version, entry.wallClockMs(), keptVersions);
            }
            update("INSERT OR REPLACE INTO meta VALUES('segment', ?)", Long.toString(segment));
        });
    }

    /** Returns when everything applied is on the disk. */
    void flush() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** After a power cut: every session may have told clients more than is stored. */
    void doubtEveryTail() throws SQLException {
        transaction(() -> update("UPDATE sessions SET tail_certain = 0"));
    }

    /**
     * The session as of the last checkpoint with the changes since then, oldest first. What a hole in its log makes
     * unusable is deleted.
     */
    Optional<StoredSession> load(String sessionId, List<SessionChanges> since) throws SQLException, IOException {
        Optional<SessionRow> row = row(sessionId);
        Optional<SessionRecord> record = Optional.empty();
        List<LoggedMessage> messages = new ArrayList<>();
        if (row.isPresent()) {
            record = Optional.of(StoreCodec.decodeRecord(sessionId, row.get().record()));
            messages.addAll(messages(row.get().number()));
        }
        for (SessionChanges changes : since) {
            record = changes.record().isPresent() ? changes.record() : record;
            messages.addAll(changes.appended());
        }
        if (record.isEmpty()) {
            return Optional.empty();
        }
        boolean savedSince = since.stream().anyMatch(changes -> changes.record().isPresent());
        boolean certain = savedSince || row.isEmpty() || row.get().tailCertain();
        StoredSession session = LogRepair.repair(record.get(), messages, certain);
        if (!readOnly
                && since.isEmpty()
                && (!session.record().equals(record.get()) || session.log().size() < messages.size())) {
            replace(row.orElseThrow().number(), session);
        }
        return Optional.of(session);
    }

    /** The record of a session as of the last checkpoint. */
    Optional<SessionRecord> record(String sessionId) throws SQLException, IOException {
        Optional<SessionRow> row = row(sessionId);
        return row.isPresent()
                ? Optional.of(StoreCodec.decodeRecord(sessionId, row.get().record()))
                : Optional.empty();
    }

    /** The persisted versions kept, oldest first, each with the place of its session in the order of creation: 0 if it is not known any more. */
    List<KeptVersion> versions(String appId, String persistentId) throws SQLException {
        return PersistedRows.versions(connection, appId, persistentId);
    }

    /** Everything persisted by anybody. */
    List<KeptVersion> allVersions() throws SQLException {
        return PersistedRows.all(connection);
    }

    /** Adds a version on behalf of the operator. */
    void restore(PersistedVersion version, long savedAtMs) throws SQLException {
        transaction(() -> PersistedRows.add(connection, version, savedAtMs, keptVersions));
    }

    /** Removes all versions saved under a persistent id. */
    void forgetVersions(String appId, String persistentId) throws SQLException {
        transaction(() -> PersistedRows.forget(connection, appId, persistentId));
    }

    /** All sessions as last recorded, in the order of creation. */
    List<SessionRecord> records() throws SQLException, IOException {
        List<SessionRecord> records = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT id, record FROM sessions WHERE record IS NOT NULL ORDER BY n");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                records.add(StoreCodec.decodeRecord(rows.getString(1), rows.getBytes(2)));
            }
        }
        return records;
    }

    /** Forgets a session: whoever joins it next is the first. Its place in the order of creation stays taken. */
    void forget(String sessionId) throws SQLException {
        long number = order(sessionId);
        transaction(() -> {
            update("UPDATE sessions SET record = NULL, id = ? WHERE n = ?", "forgotten " + number, number);
            update("DELETE FROM log WHERE n = ?", number);
        });
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("closing " + file + ": " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        Connection opened = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = opened.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=NORMAL");
            statement.execute("PRAGMA busy_timeout=5000");
            for (String table : SCHEMA) {
                statement.execute(table);
            }
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
        return opened;
    }

    private void apply(String sessionId, SessionChanges changes) throws SQLException {
        update("INSERT OR IGNORE INTO sessions(id) VALUES(?)", sessionId);
        long number = order(sessionId);
        if (changes.record().isPresent()) {
            SessionRecord record = changes.record().get();
            update("UPDATE sessions SET record = ?, tail_certain = 1 WHERE n = ?", StoreCodec.encode(record), number);
            update(DELETE_BEFORE, number, record.logStartSeq());
        }
        insert(number, changes.appended());
    }

    private void insert(long number, List<LoggedMessage> messages) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR REPLACE INTO log VALUES(?, ?, ?, ?)")) {
            for (LoggedMessage message : messages) {
                Sql.bind(insert, number, message.seq(), message.timeMs(), message.argsJson());
                insert.executeUpdate();
            }
        }
    }

    private void replace(long number, StoredSession session) throws SQLException {
        transaction(() -> {
            update(
                    "UPDATE sessions SET record = ?, tail_certain = ? WHERE n = ?",
                    StoreCodec.encode(session.record()),
                    session.tailCertain() ? 1 : 0,
                    number);
            update("DELETE FROM log WHERE n = ?", number);
            insert(number, session.log());
        });
    }

    private record SessionRow(long number, byte[] record, boolean tailCertain) {}

    private Optional<SessionRow> row(String sessionId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT n, record, tail_certain FROM sessions WHERE id = ? AND record IS NOT NULL")) {
            Sql.bind(select, sessionId);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new SessionRow(rows.getLong(1), rows.getBytes(2), rows.getInt(3) != 0))
                        : Optional.empty();
            }
        }
    }

    /** The place of a session in the order of creation; 0 if it is not here. */
    long order(String sessionId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT n FROM sessions WHERE id = ?")) {
            Sql.bind(select, sessionId);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** The place of the session created last; 0 if there is none. */
    long lastSession() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT coalesce(max(n), 0) FROM sessions");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<LoggedMessage> messages(long number) throws SQLException {
        List<LoggedMessage> messages = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT time, seq, args FROM log WHERE n = ?")) {
            Sql.bind(select, number);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    messages.add(new LoggedMessage(rows.getLong(1), rows.getLong(2), rows.getString(3)));
                }
            }
        }
        return messages;
    }

    private void update(String sql, Object... values) throws SQLException {
        Sql.update(connection, sql, values);
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void transaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
