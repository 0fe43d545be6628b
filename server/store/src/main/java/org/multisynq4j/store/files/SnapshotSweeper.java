package org.multisynq4j.store.files;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes snapshots, and parts of snapshots, that their session does not need any more: neither the newest nor the one before names them, and that has been so for
 * a while.
 *
 * <p>What is needed is asked of the session's own record, never of a client, and only files in that session's directory are looked at. How long a file has been
 * unneeded is remembered in memory alone: after a restart the wait begins anew. Whoever uploads a file or announces it touches it, and it waits anew too: so nothing
 * disappears between the moment a snapshot's files are looked for and the moment the session names them.
 *
 * <p>The file that lists a snapshot's parts goes long before its parts: as long as a participant finds the list, it can build on the parts. Thread-safe.
 */
public final class SnapshotSweeper {
    /** A list of parts, or a snapshot of one file, is deleted when it was not needed for so long. */
    public static final long SNAPSHOT_GRACE_MS = 5 * 60_000;

    /** A part is deleted when it was not needed for so long: as long as a list, and the time to upload what builds on it. */
    public static final long PART_GRACE_MS = 10 * 60_000;

    /** Sessions of which something is waiting are looked at so often. */
    public static final long SWEEP_EVERY_MS = 60_000;

    /** So often all sessions are looked at, for what an earlier run of the server left. */
    public static final long FULL_SWEEP_EVERY_MS = 60 * 60_000;

    private static final Logger log = LoggerFactory.getLogger(SnapshotSweeper.class);

    /** What a session needs. */
    public interface Needs {
        /**
         * Paths below {@code files} that must stay: of the newest snapshot and the one before, with their parts. Empty for a session nobody knows.
         *
         * @throws IOException if that cannot be found out now; then nothing of the session is deleted
         */
        Set<String> of(String sessionId) throws IOException, InterruptedException;
    }

    private final BlobStore files;
    private final Needs needs;
    private final LongSupplier clockMs;
    private final Object lock = new Object();
    /** Since when a file has not been needed. */
    private final Map<String, Long> unneededSince = new HashMap<>();

    private final Set<String> sessions = new HashSet<>();
    private long fullSweepAtMs = Long.MIN_VALUE;

    /** @param clockMs monotonic milliseconds */
    public SnapshotSweeper(BlobStore files, Needs needs, LongSupplier clockMs) {
        this.files = files;
        this.needs = needs;
        this.clockMs = clockMs;
    }

    /** Somebody relies on this file, whether or not it is there: call it before looking. */
    public void touch(FilePath path) {
        path.snapshotSession().ifPresent(session -> {
            synchronized (lock) {
                unneededSince.remove(path.toString());
                sessions.add(session);
            }
        });
    }

    /** Looks at all sessions in which something may have become unneeded, and deletes what has been so for long enough. */
    public void sweep() throws InterruptedException {
        for (String session : due()) {
            try {
                boolean clean = sweep(session);
                synchronized (lock) {
                    if (clean) {
                        sessions.remove(session);
                    }
                }
            } catch (IOException e) {
                log.warn("old snapshots of session {} stay for now: {}", session, e.toString());
            }
        }
    }

    private List<String> due() {
        long now = clockMs.getAsLong();
        boolean full;
        synchronized (lock) {
            full = now >= fullSweepAtMs;
            fullSweepAtMs = full ? now + FULL_SWEEP_EVERY_MS : fullSweepAtMs;
        }
        try {
            List<String> all = full ? files.snapshotSessions() : List.of();
            synchronized (lock) {
                sessions.addAll(all);
                return List.copyOf(sessions);
            }
        } catch (IOException e) {
            log.warn("the sessions with snapshots cannot be listed: {}", e.toString());
            return List.of();
        }
    }

    /** True if the session has nothing that is not needed. */
    private boolean sweep(String session) throws IOException, InterruptedException {
        // First the files, then the needs: what is named meanwhile is needed, what is uploaded meanwhile is not looked
        // at.
        List<FilePath> present = files.snapshotFiles(session);
        Set<String> needed = needs.of(session);
        long now = clockMs.getAsLong();
        boolean clean = true;
        for (FilePath path : present) {
            String name = path.toString();
            if (needed.contains(name)) {
                synchronized (lock) {
                    unneededSince.remove(name);
                }
            } else if (!deleteIfOld(path, now)) {
                clean = false;
            }
        }
        return clean;
    }

    private boolean deleteIfOld(FilePath path, long now) throws IOException {
        long grace = path.isSnapshotPart() ? PART_GRACE_MS : SNAPSHOT_GRACE_MS;
        synchronized (lock) {
            Long since = unneededSince.putIfAbsent(path.toString(), now);
            if (since == null || now - since < grace) {
                return false;
            }
            unneededSince.remove(path.toString());
            files.delete(path);
        }
        log.debug("deleted {}: no snapshot needs it any more", path);
        return true;
    }
}
