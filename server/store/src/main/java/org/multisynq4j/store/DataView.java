package org.multisynq4j.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.StoredSession;
import org.multisynq4j.store.StoreException.Reason;
import org.multisynq4j.store.journal.DirectorySegments;
import org.multisynq4j.store.journal.SegmentReader;

/**
 * The sessions in a data directory as they are at one moment, whether or not a server runs on it; changes nothing there. Not thread-safe.
 *
 * <p>The journal is read first and the database after it, in one transaction: a checkpoint in between makes what was read of the journal superfluous, never wrong.
 * What is seen may lack the last moments before the call, never something in the middle.
 */
public final class DataView implements Closeable {
    /** So often the journal is read anew because a checkpoint removed a part of it meanwhile. */
    private static final int ATTEMPTS = 5;

    private final Path root;
    private final Checkpoints checkpoints;
    private final List<Changes> since;

    private DataView(Path root, Checkpoints checkpoints, List<Changes> since) {
        this.root = root;
        this.checkpoints = checkpoints;
        this.since = since;
    }

    /** Opens a directory that a server uses or has used. */
    public static DataView open(Path path) throws StoreException {
        Path root = path.toAbsolutePath().normalize();
        DataDirectory.checkReadable(root);
        for (int attempt = 1; ; attempt++) {
            try {
                Map<Long, Changes> journal = journal(root);
                Checkpoints checkpoints = Checkpoints.openReadOnly(root.resolve("checkpoints.db"));
                long applied = checkpoints.appliedSegment();
                List<Changes> since = new ArrayList<>();
                journal.forEach((segment, changes) -> {
                    if (segment > applied) {
                        since.add(changes);
                    }
                });
                return new DataView(root, checkpoints, since);
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS) {
                    throw unreadable(root, e);
                }
            } catch (IOException | SQLException e) {
                throw unreadable(root, e);
            }
        }
    }

    private static Map<Long, Changes> journal(Path root) throws IOException {
        DirectorySegments segments = new DirectorySegments(root.resolve("journal"));
        Map<Long, Changes> journal = new LinkedHashMap<>();
        for (long segment : segments.list()) {
            Changes changes = new Changes();
            SegmentReader.read(segments, segment, bytes -> add(changes, bytes));
            journal.put(segment, changes);
        }
        return journal;
    }

    /** What cannot be read is the business of the next start, which keeps and reports it. */
    private static void add(Changes changes, byte[] bytes) {
        try {
            changes.add(StoreCodec.decode(bytes));
        } catch (IOException | RuntimeException e) {
            return;
        }
    }

    /** The ids of all sessions, in the order of their creation. */
    public List<String> sessionIds() throws StoreException {
        try {
            Set<String> ids = new LinkedHashSet<>();
            for (SessionRecord record : checkpoints.records()) {
                ids.add(record.sessionId());
            }
            since.forEach(changes -> ids.addAll(changes.sessions().keySet()));
            return List.copyOf(ids);
        } catch (SQLException | IOException e) {
            throw unreadable(root, e);
        }
    }

    /** A session as the next load would find it; empty if there is none with this id. */
    public Optional<StoredSession> session(String sessionId) throws StoreException {
        List<SessionChanges> changes = new ArrayList<>();
        for (Changes each : since) {
            Optional.ofNullable(each.sessions().get(sessionId)).ifPresent(changes::add);
        }
        try {
            return checkpoints.load(sessionId, changes);
        } catch (SQLException | IOException e) {
            throw unreadable(root, e);
        }
    }

    /** Where an uploaded file is, if it is there. */
    public Optional<Path> file(String url) {
        Path files = root.resolve("files");
        Path file = files.resolve(url).normalize();
        return file.startsWith(files) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        checkpoints.close();
    }

    private static StoreException unreadable(Path root, Exception e) {
        return new StoreException(
                Reason.NOT_WRITABLE,
                "the store in " + root + " cannot be read: " + e.getMessage()
                        + "; mend the file system, or restore the directory from a backup",
                e);
    }
}
