package org.multisynq4j.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.reflector.store.DataOwner;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The persisted versions in SQLite. The caller brings connection and transaction. */
final class PersistedRows {
    static final String TABLE =
            "CREATE TABLE IF NOT EXISTS persisted(app_id TEXT NOT NULL, persistent_id TEXT NOT NULL,"
                    + " version INTEGER NOT NULL, session_id TEXT NOT NULL, time INTEGER NOT NULL, url TEXT NOT NULL,"
                    + " saved_at INTEGER NOT NULL, member_key TEXT NOT NULL DEFAULT '',"
                    + " PRIMARY KEY(app_id, persistent_id, version)) WITHOUT ROWID";

    private static final Logger log = LoggerFactory.getLogger(PersistedRows.class);
    private static final String HAS_OWNERS =
            "SELECT count(*) FROM pragma_table_info('persisted') WHERE name = 'member_key'";

    /** Session records, which may be unreadable. */
    interface Records {
        List<SessionRecord> read() throws SQLException, IOException;
    }

    private PersistedRows() {}

    /** Whether the database was made before saved data had owners. */
    static boolean lackOwners(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HAS_OWNERS)) {
            return !rows.next() || rows.getInt(1) == 0;
        }
    }

    /** What such a database has belongs to the keys of the sessions that saved it. */
    static void addOwners(Connection connection, Records records) throws SQLException {
        Sql.update(connection, "ALTER TABLE persisted ADD COLUMN member_key TEXT NOT NULL DEFAULT ''");
        try {
            for (SessionRecord record : records.read()) {
                Sql.update(
                        connection,
                        "UPDATE persisted SET member_key = ? WHERE session_id = ?",
                        record.memberKey(),
                        record.sessionId());
            }
        } catch (IOException e) {
            log.warn("some saved data gets no owner, because a session record cannot be read: {}", e.getMessage());
        }
    }

    /** By number. */
    static List<KeptVersion> versions(Connection connection, String appId, String persistentId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                KeptVersion.SELECT + " WHERE p.app_id = ? AND p.persistent_id = ? ORDER BY p.version")) {
            Sql.bind(select, appId, persistentId);
            return read(select);
        }
    }

    static List<KeptVersion> all(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(KeptVersion.SELECT + " ORDER BY p.app_id, p.persistent_id, p.version")) {
            return read(select);
        }
    }

    /** Adds a version if its session may save there, and drops the first ones if there are more than are kept. */
    static void add(Connection connection, PersistedVersion version, long savedAtMs, int keptVersions)
            throws SQLException {
        List<KeptVersion> before = versions(connection, version.appId(), version.persistentId());
        if (!DataOwner.admits(before.stream().map(KeptVersion::version).toList(), version)) {
            log.warn(
                    "app {}, persistent id {}: what session {} saved is not kept, because the data there belongs to the"
                            + " holders of another member key",
                    version.appId(),
                    version.persistentId(),
                    version.sessionId());
            return;
        }
        Sql.update(
                connection,
                "INSERT INTO persisted SELECT ?1, ?2, coalesce(max(version), 0) + 1, ?3, ?4, ?5, ?6, ?7 FROM persisted"
                        + " WHERE app_id = ?1 AND persistent_id = ?2",
                version.appId(),
                version.persistentId(),
                version.sessionId(),
                version.persistTimeMs(),
                version.url(),
                savedAtMs,
                version.memberKey());
        List<KeptVersion> kept = KeptVersion.inOrder(versions(connection, version.appId(), version.persistentId()));
        for (KeptVersion old : kept.subList(0, Math.max(0, kept.size() - keptVersions))) {
            Sql.update(
                    connection,
                    "DELETE FROM persisted WHERE app_id = ? AND persistent_id = ? AND version = ?",
                    version.appId(),
                    version.persistentId(),
                    old.number());
        }
    }

    static void forget(Connection connection, String appId, String persistentId) throws SQLException {
        Sql.update(connection, "DELETE FROM persisted WHERE app_id = ? AND persistent_id = ?", appId, persistentId);
    }

    private static List<KeptVersion> read(PreparedStatement select) throws SQLException {
        List<KeptVersion> versions = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                versions.add(KeptVersion.read(rows));
            }
        }
        return versions;
    }
}
