package org.multisynq4j.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.SessionStore;
import org.multisynq4j.reflector.store.StoreWrite;
import org.multisynq4j.store.StoreException.Reason;
import org.multisynq4j.store.journal.Damage;
import org.multisynq4j.store.journal.DirectorySegments;
import org.multisynq4j.store.journal.Journal;
import org.multisynq4j.store.journal.SegmentFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store of a single server: journal first, SQLite at each checkpoint.
 *
 * <p>Three threads: one appends to the journal and acknowledges, one forces it to the disk, one owns SQLite. Listeners are
 * called on the first and the third. If the disk fails, the sessions concerned are told and others go on; once the disk
 * works again, so does the store.
 */
public final class EmbeddedStore implements SessionStore, Closeable {
    /** Bytes of writes waiting for the disk; sessions that write beyond it fail instead of filling the memory. */
    public static final long MAX_WAITING_BYTES = 256L << 20;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);
    private static final int MAX_BATCH = 4096;
    private static final int PEEK_MS = 30_000;

    private final StoreOptions options;
    private final RunMarker marker;
    private final List<Damage> damages;
    private final BlockingQueue<StoreCommand> queue = new LinkedBlockingQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Checkpointer checkpointer;
    private final JournalWriter writer;
    private final Thread thread;
    private final ScheduledExecutorService forcing =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "store-force"));
    private final ScheduledFuture<?> forceTask;

    private EmbeddedStore(
            SegmentFiles segments,
            Checkpoints checkpoints,
            RunMarker marker,
            StoreOptions options,
            long firstSegment,
            List<Damage> damages)
            throws IOException {
        this.options = options;
        this.marker = marker;
        this.damages = List.copyOf(damages);
        this.checkpointer = new Checkpointer(segments, checkpoints);
        this.writer = new JournalWriter(Journal.start(segments, firstSegment), options, checkpointer);
        this.thread = daemon(this::work, "store-writer");
        this.thread.start();
        this.forceTask = options.durability() == Durability.GROUP
                ? forcing.scheduleWithFixedDelay(
                        writer::force, options.forceEveryMs(), options.forceEveryMs(), TimeUnit.MILLISECONDS)
                : null;
    }

    /** Opens the store of a data directory and brings it up to date. */
    public static EmbeddedStore open(DataDirectory directory, StoreOptions options) throws StoreException {
        return open(
                new DirectorySegments(directory.journal()),
                directory.checkpoints(),
                directory.root().resolve("running"),
                RunMarker.currentBootId(),
                options);
    }

    static EmbeddedStore open(
            SegmentFiles segments, Path database, Path markerFile, String bootId, StoreOptions options)
            throws StoreException {
        try {
            RunMarker marker = new RunMarker(markerFile);
            Checkpoints checkpoints = new Checkpoints(database, options.keptVersions());
            try {
                Recovery recovery = new Recovery(segments, checkpoints);
                boolean doubtful = marker.lastRunMayHaveLostItsEnd(bootId);
                List<Damage> damages = recovery.run(doubtful);
                report(damages, doubtful);
                marker.begin(bootId, options.durability());
                return new EmbeddedStore(segments, checkpoints, marker, options, recovery.newestSegment() + 1, damages);
            } catch (IOException | SQLException | RuntimeException e) {
                checkpoints.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new StoreException(
                    Reason.NOT_WRITABLE,
                    "the store in " + database.getParent() + " cannot be opened: " + e.getMessage()
                            + "; free space or mend the file system, or restore the directory from a backup",
                    e);
        }
    }

    /** What the journal of the last run contained that could not be read. */
    public List<Damage> damages() {
        return damages;
    }

    /** What is wrong with the disk at present, if anything. */
    public Optional<String> problem() {
        return writer.problem().or(checkpointer::problem);
    }

    @Override
    public void load(String sessionId, String appId, String persistentId, Listener listener) {
        queue.add(new StoreCommand.Load(sessionId, appId, persistentId, listener));
    }

    /**
     * The record of a session as it was last handed over, acknowledged or not; the session itself notices nothing of it. Waits for the writes before.
     *
     * @throws IOException if it cannot be found out now
     */
    public Optional<SessionRecord> record(String sessionId) throws IOException, InterruptedException {
        CompletableFuture<Optional<SessionRecord>> answer = new CompletableFuture<>();
        queue.add(new StoreCommand.Peek(sessionId, answer));
        try {
            return answer.get(PEEK_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the record of session " + sessionId + " cannot be read: " + e, e);
        }
    }

    @Override
    public void write(String sessionId, long index, StoreWrite write, Listener listener) {
        int size = sizeOf(write);
        if (waitingBytes.addAndGet(size) > MAX_WAITING_BYTES) {
            waitingBytes.addAndGet(-size);
            queue.add(new StoreCommand.Refuse(
                    sessionId, listener, "the disk is behind by " + MAX_WAITING_BYTES + " bytes"));
            return;
        }
        StoredWrite entry = new StoredWrite(sessionId, write, System.currentTimeMillis());
        queue.add(new StoreCommand.Write(entry, index, listener, size));
    }

    /** Stores everything handed over, checkpoints all sessions and closes the files; once, a second call returns at once. */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        if (forceTask != null) {
            forceTask.cancel(false);
        }
        forcing.shutdown();
        CountDownLatch done = new CountDownLatch(1);
        queue.add(new StoreCommand.Stop(done));
        try {
            done.await();
            if (checkpointer.close()) {
                marker.end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while closing the store; the journal is replayed at the next start", e);
        }
    }

    private void work() {
        List<StoreCommand> batch = new ArrayList<>();
        boolean running = true;
        while (running) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, MAX_BATCH - 1);
                running = writer.carryOut(batch);
                for (StoreCommand command : batch) {
                    if (command instanceof StoreCommand.Write write) {
                        waitingBytes.addAndGet(-write.size());
                    }
                }
                batch.clear();
            } catch (InterruptedException e) {
                return; // nobody interrupts this thread but the end of the process
            }
        }
    }

    private static int sizeOf(StoreWrite write) {
        return write instanceof StoreWrite.Append append
                ? 64 + append.message().argsJson().length()
                : 1024;
    }

    private static void report(List<Damage> damages, boolean doubtful) {
        for (Damage damage : damages) {
            if (damage.atTail()) {
                log.warn("{}", damage.describe());
            } else {
                log.error("{}", damage.describe());
            }
        }
        if (doubtful) {
            log.warn("the last run ended with the machine; all sessions continue on new timelines");
        }
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
