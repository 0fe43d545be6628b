package org.multisynq4j.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.multisynq4j.reflector.store.DataOwner;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.StoreWrite;
import org.multisynq4j.reflector.store.StoredSession;
import org.multisynq4j.store.journal.SegmentFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns SQLite and the changes it does not have yet: {@code current} since the last rotation of the journal, {@code frozen}
 * while they are being applied. A segment is deleted when its changes are on the disk in SQLite, not before.
 */
final class Checkpointer {
    private static final Logger log = LoggerFactory.getLogger(Checkpointer.class);
    private static final int RETRY_MS = 500;

    private final SegmentFiles segments;
    private final Checkpoints checkpoints;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> EmbeddedStore.daemon(task, "store-checkpoints"));
    private final Object lock = new Object();
    private Changes current = new Changes();
    private Optional<Changes> frozen = Optional.empty();
    private boolean giveUp;
    private volatile Optional<String> problem = Optional.empty();

    Checkpointer(SegmentFiles segments, Checkpoints checkpoints) {
        this.segments = segments;
        this.checkpoints = checkpoints;
    }

    Optional<String> problem() {
        return problem;
    }

    /** Takes note of what the journal now contains. */
    void changed(List<StoreCommand.Write> writes) {
        synchronized (lock) {
            for (StoreCommand.Write write : writes) {
                current.add(write.entry());
            }
        }
    }

    /** Applies everything noted so far, which is in segments up to {@code closedSegment}; only when not busy. */
    void checkpoint(long closedSegment) {
        synchronized (lock) {
            frozen = Optional.of(current);
            current = new Changes();
        }
        thread.execute(() -> applyFrozen(closedSegment));
    }

    boolean isBusy() {
        synchronized (lock) {
            return frozen.isPresent();
        }
    }

    /** Waits until nothing is frozen, or the disk refused it once. */
    void awaitIdle() {
        synchronized (lock) {
            giveUp = false;
            while (frozen.isPresent() && !giveUp) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    void load(StoreCommand.Load load) {
        thread.execute(() -> JournalWriter.guarded(() -> answer(load)));
    }

    void peek(StoreCommand.Peek peek) {
        thread.execute(() -> {
            try {
                Optional<SessionRecord> record = checkpoints.record(peek.sessionId());
                for (SessionChanges changes : changesOf(peek.sessionId())) {
                    record = changes.record().isPresent() ? changes.record() : record;
                }
                peek.answer().complete(record);
            } catch (SQLException | IOException | RuntimeException e) {
                peek.answer().completeExceptionally(e);
            }
        });
    }

    /** Closes SQLite; true if it has everything. */
    boolean close() throws IOException, InterruptedException {
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
        checkpoints.close();
        synchronized (lock) {
            return frozen.isEmpty() && current.isEmpty();
        }
    }

    private void applyFrozen(long closedSegment) {
        Changes changes;
        synchronized (lock) {
            changes = frozen.orElseThrow();
        }
        try {
            if (checkpoints.appliedSegment() < closedSegment) {
                checkpoints.apply(changes, closedSegment);
            }
            checkpoints.flush();
            deleteUpTo(closedSegment);
            synchronized (lock) {
                frozen = Optional.empty();
                lock.notifyAll();
            }
            problem = Optional.empty();
        } catch (SQLException | IOException | RuntimeException e) {
            retry(closedSegment, e);
        }
    }

    private void retry(long closedSegment, Exception e) {
        if (problem.isEmpty()) {
            log.error("checkpoint failed: {}; the journal is kept and it is tried again", e.toString());
        }
        problem = Optional.of("checkpoint failed: " + e.getMessage());
        try {
            checkpoints.reopen();
        } catch (SQLException again) {
            log.debug("reopening SQLite failed", again);
        }
        synchronized (lock) {
            giveUp = true;
            lock.notifyAll();
        }
        if (!thread.isShutdown()) {
            thread.schedule(() -> applyFrozen(closedSegment), RETRY_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void deleteUpTo(long closedSegment) throws IOException {
        for (long segment : segments.list()) {
            if (segment <= closedSegment) {
                segments.delete(segment);
            }
        }
    }

    private void answer(StoreCommand.Load load) {
        try {
            Optional<StoredSession> stored = checkpoints.load(load.sessionId(), changesOf(load.sessionId()));
            Optional<PersistedVersion> persisted =
                    stored.isPresent() || load.persistentId().isEmpty() ? Optional.empty() : current(load);
            load.listener().loaded(stored, persisted);
        } catch (SQLException | IOException e) {
            log.error("session {} cannot be loaded: {}", load.sessionId(), e.toString());
            load.listener().failed("the store could not load: " + e.getMessage());
        }
    }

    private List<SessionChanges> changesOf(String sessionId) {
        List<SessionChanges> found = new ArrayList<>();
        synchronized (lock) {
            for (Changes changes : pending()) {
                SessionChanges session = changes.sessions().get(sessionId);
                if (session != null) {
                    found.add(session);
                }
            }
        }
        return found;
    }

    /** Sessions and versions that are not in SQLite yet count after those that are, in the order in which they came. */
    private Optional<PersistedVersion> current(StoreCommand.Load load) throws SQLException {
        List<KeptVersion> versions = checkpoints.versions(load.appId(), load.persistentId());
        long number = versions.stream().mapToLong(KeptVersion::number).max().orElse(0);
        long last = checkpoints.lastSession();
        Map<String, Long> order = new LinkedHashMap<>();
        synchronized (lock) {
            for (Changes changes : pending()) {
                for (String sessionId : changes.sessions().keySet()) {
                    order.putIfAbsent(sessionId, last + 1 + order.size());
                }
                for (StoredWrite entry : changes.persisted()) {
                    PersistedVersion version = ((StoreWrite.SavePersisted) entry.write()).version();
                    if (version.appId().equals(load.appId())
                            && version.persistentId().equals(load.persistentId())) {
                        long known = checkpoints.order(version.sessionId());
                        long session = known > 0 ? known : order.getOrDefault(version.sessionId(), 0L);
                        if (DataOwner.admits(
                                versions.stream().map(KeptVersion::version).toList(), version)) {
                            versions.add(new KeptVersion(version, ++number, session, entry.wallClockMs()));
                        }
                    }
                }
            }
        }
        return KeptVersion.current(versions).map(KeptVersion::version);
    }

    /** Oldest first. */
    private List<Changes> pending() {
        return frozen.isPresent() ? List.of(frozen.get(), current) : List.of(current);
    }
}
