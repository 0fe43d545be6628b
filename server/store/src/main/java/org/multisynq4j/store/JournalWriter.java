package org.multisynq4j.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.multisynq4j.reflector.store.SessionStore.Listener;
import org.multisynq4j.store.StoreCommand.Write;
import org.multisynq4j.store.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer thread's work: batches into the journal, acknowledgements, rotation. Only {@link #force} is for others. */
final class JournalWriter {
    private static final Logger log = LoggerFactory.getLogger(JournalWriter.class);
    /** The journal grows to this many segment lengths while SQLite is behind; then writers wait for it. */
    private static final int SEGMENTS_AHEAD = 8;

    private final Journal journal;
    private final StoreOptions options;
    private final Checkpointer checkpointer;
    private final Set<String> failed = new HashSet<>();
    private volatile boolean unforced;
    private volatile boolean rotateSoon;
    private volatile Optional<String> problem = Optional.empty();

    JournalWriter(Journal journal, StoreOptions options, Checkpointer checkpointer) {
        this.journal = journal;
        this.options = options;
        this.checkpointer = checkpointer;
    }

    /** What went wrong at the last attempt to write or force. */
    Optional<String> problem() {
        return problem;
    }

    /** Carries out the commands in order; false after {@link StoreCommand.Stop}. */
    boolean carryOut(List<StoreCommand> commands) {
        List<Write> writes = new ArrayList<>();
        for (StoreCommand command : commands) {
            if (command instanceof Write write) {
                writes.add(write);
                continue;
            }
            write(writes);
            writes.clear();
            if (command instanceof StoreCommand.Load load) {
                failed.remove(load.sessionId());
                checkpointer.load(load);
            } else if (command instanceof StoreCommand.Peek peek) {
                checkpointer.peek(peek);
            } else if (command instanceof StoreCommand.Refuse refuse) {
                fail(refuse.sessionId(), refuse.listener(), refuse.problem());
            } else if (command instanceof StoreCommand.Stop stop) {
                stop(stop);
                return false;
            }
        }
        write(writes);
        rotateIfDue();
        return true;
    }

    /** Forces what was appended since the last call. A failure makes the sessions go to SQLite, which forces by itself. */
    void force() {
        if (!unforced) {
            return;
        }
        unforced = false;
        try {
            journal.force();
        } catch (IOException e) {
            trouble("forcing the journal to the disk failed", e);
            rotateSoon = true;
        }
    }

    private void write(List<Write> offered) {
        List<Write> writes = new ArrayList<>(offered.size());
        List<byte[]> records = new ArrayList<>(offered.size());
        for (Write write : offered) {
            if (failed.contains(write.entry().sessionId())) {
                continue;
            }
            byte[] bytes = StoreCodec.encode(write.entry());
            if (bytes.length > Journal.MAX_RECORD_BYTES) {
                fail(write.entry().sessionId(), write.listener(), "an entry of " + bytes.length + " bytes is too long");
            } else {
                writes.add(write);
                records.add(bytes);
            }
        }
        if (!writes.isEmpty() && append(writes, records)) {
            checkpointer.changed(writes);
            acknowledge(writes);
        }
    }

    private boolean append(List<Write> writes, List<byte[]> records) {
        try {
            journal.append(records);
            unforced = true;
            if (options.durability() == Durability.SYNC) {
                forceOrRetract(records);
            }
            problem = Optional.empty();
            return true;
        } catch (IOException e) {
            trouble("writing the journal failed", e);
            for (Write write : writes) {
                fail(write.entry().sessionId(), write.listener(), "the store could not write: " + e.getMessage());
            }
            return false;
        }
    }

    private void forceOrRetract(List<byte[]> records) throws IOException {
        try {
            journal.force();
        } catch (IOException e) {
            try {
                journal.retract(Journal.sizeOf(records));
            } catch (IOException again) {
                e.addSuppressed(again); // the next append tries again
            }
            throw e;
        }
    }

    private static void acknowledge(List<Write> writes) {
        Map<String, Write> last = new LinkedHashMap<>();
        for (Write write : writes) {
            last.put(write.entry().sessionId(), write);
        }
        for (Write write : last.values()) {
            guarded(() -> write.listener().written(write.index()));
        }
    }

    private void fail(String sessionId, Listener listener, String text) {
        if (failed.add(sessionId)) {
            guarded(() -> listener.failed(text));
        }
    }

    private void rotateIfDue() {
        if (!rotateSoon && journal.length() < options.segmentBytes()) {
            return;
        }
        if (checkpointer.isBusy()) {
            if (journal.length() < SEGMENTS_AHEAD * options.segmentBytes()) {
                return;
            }
            checkpointer.awaitIdle();
        }
        rotate();
    }

    /** False if SQLite does not take anything at present: then the journal stays, and is replayed at the next start. */
    private boolean rotate() {
        if (checkpointer.isBusy()) {
            return false;
        }
        unforced = true;
        force();
        try {
            checkpointer.checkpoint(journal.rotate());
            rotateSoon = false;
            return true;
        } catch (IOException e) {
            trouble("starting a new journal segment failed", e);
            return false;
        }
    }

    private void stop(StoreCommand.Stop stop) {
        checkpointer.awaitIdle();
        if (rotate()) {
            checkpointer.awaitIdle();
        }
        try {
            journal.close();
        } catch (IOException e) {
            trouble("closing the journal failed", e);
        }
        stop.done().countDown();
    }

    private void trouble(String what, IOException e) {
        if (problem.isEmpty()) {
            log.error("{}: {}; sessions that write now are asked to reconnect", what, e.toString());
        }
        problem = Optional.of(what + ": " + e.getMessage());
    }

    static void guarded(Runnable callback) {
        try {
            callback.run();
        } catch (RuntimeException e) {
            log.error("a listener of the store threw", e); // one session's mistake must not stop the store
        }
    }
}
