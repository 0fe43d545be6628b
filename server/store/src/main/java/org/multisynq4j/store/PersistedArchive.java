package org.multisynq4j.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.store.StoreException.Reason;

/**
 * The persisted versions in a data directory, for its operator: listed, restored, exported, all without being readable. Holds the directory's lock, so no server
 * runs on it meanwhile.
 */
public final class PersistedArchive implements Closeable {
    /**
     * One version.
     *
     * @param number counts up from 1 for one persistent id
     * @param current what the next new session starts from
     * @param older saved by an older session although a newer one had saved before: never current by itself
     * @param savedAtMs milliseconds since 1970
     */
    public record Entry(PersistedVersion version, long number, boolean current, boolean older, long savedAtMs) {}

    private final DataDirectory directory;
    private final Checkpoints checkpoints;

    private PersistedArchive(DataDirectory directory, Checkpoints checkpoints) {
        this.directory = directory;
        this.checkpoints = checkpoints;
    }

    /** Opens a directory that a server has used; fails if one still uses it. */
    public static PersistedArchive open(Path path, StoreOptions options) throws StoreException {
        DataDirectory.checkReadable(path);
        DataDirectory directory = DataDirectory.open(path);
        try {
            // A start and a stop bring everything from the journal into the database.
            EmbeddedStore.open(directory, options).close();
            return new PersistedArchive(directory, new Checkpoints(directory.checkpoints(), options.keptVersions()));
        } catch (IOException | SQLException | StoreException e) {
            closeQuietly(directory);
            throw e instanceof StoreException known ? known : unreadable(directory, e);
        }
    }

    /** Everything, by application and persistent id, oldest first. */
    public List<Entry> list() throws StoreException {
        try {
            List<KeptVersion> all = checkpoints.allVersions();
            List<Entry> entries = new ArrayList<>();
            for (KeptVersion each : all) {
                List<KeptVersion> family = all.stream()
                        .filter(other ->
                                other.version().appId().equals(each.version().appId())
                                        && other.version()
                                                .persistentId()
                                                .equals(each.version().persistentId()))
                        .toList();
                boolean older = family.stream()
                        .anyMatch(other -> other.number() < each.number() && other.session() > each.session());
                boolean current = KeptVersion.current(family).orElseThrow().equals(each);
                entries.add(new Entry(each.version(), each.number(), current, older, each.savedAtMs()));
            }
            return entries;
        } catch (SQLException e) {
            throw unreadable(directory, e);
        }
    }

    /** Where the sealed file of a version is, if it is there. */
    public Optional<Path> file(PersistedVersion version) {
        Path file = directory.files().resolve(version.url()).normalize();
        return file.startsWith(directory.files()) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** Makes an older version current, as a new one: what was current is kept. Sessions that exist go on with their own state. */
    public void restore(PersistedVersion version, long nowMs) throws StoreException {
        try {
            KeptVersion current = KeptVersion.current(checkpoints.versions(version.appId(), version.persistentId()))
                    .orElseThrow();
            checkpoints.restore(
                    new PersistedVersion(
                            version.appId(),
                            version.persistentId(),
                            current.version().sessionId(),
                            version.persistTimeMs(),
                            version.url(),
                            current.version().memberKey()),
                    nowMs);
            checkpoints.flush();
        } catch (SQLException e) {
            throw unreadable(directory, e);
        }
    }

    /** The sessions with this persistent data that exist, in the order of their creation. */
    public List<SessionRecord> sessions(String appId, String persistentId) throws StoreException {
        try {
            return checkpoints.records().stream()
                    .filter(record -> record.appId().equals(appId)
                            && record.persistentId().equals(persistentId))
                    .toList();
        } catch (SQLException | IOException e) {
            throw unreadable(directory, e);
        }
    }

    /** Forgets a session, log and snapshots: whoever joins it next starts it anew, from what is current. */
    public void forget(String sessionId) throws StoreException {
        try {
            checkpoints.forget(sessionId);
            checkpoints.flush();
        } catch (SQLException e) {
            throw unreadable(directory, e);
        }
    }

    /** Forgets everything saved under a persistent id and whose it is; the files stay. */
    public void forgetVersions(String appId, String persistentId) throws StoreException {
        try {
            checkpoints.forgetVersions(appId, persistentId);
            checkpoints.flush();
        } catch (SQLException e) {
            throw unreadable(directory, e);
        }
    }

    @Override
    public void close() throws IOException {
        checkpoints.close();
        directory.close();
    }

    private static StoreException unreadable(DataDirectory directory, Exception e) {
        return new StoreException(
                Reason.NOT_WRITABLE,
                "the store in " + directory.root() + " cannot be read: " + e.getMessage()
                        + "; mend the file system, or restore the directory from a backup",
                e);
    }

    private static void closeQuietly(DataDirectory directory) {
        try {
            directory.close();
        } catch (IOException ignored) {
            // the error that led here is the one to report
        }
    }
}
