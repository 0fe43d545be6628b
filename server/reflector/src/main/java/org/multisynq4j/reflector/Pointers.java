package org.multisynq4j.reflector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.SnapshotPointer;

/**
 * Where the session's snapshots and persistent data are. What clients announce is checked: against the log, against what is already known, and against the file
 * store. The snapshot before the newest stays usable, so that an unreadable one costs a joiner time and not the session.
 */
final class Pointers {
    /** Told what was accepted. */
    interface Listener {
        void snapshotAccepted();

        void persistedAccepted(String url, long persistTimeMs);
    }

    /**
     * How long a file is looked for. Who leaves announces its file while it is still on its way: there is no later moment, because a page that is being closed
     * cannot wait.
     */
    static final double LOOK_MS = 5_000;

    static final double LOOK_AGAIN_MS = 250;

    /** Something announced whose file is being looked for until {@code untilMs}; next at {@code againMs}, infinity while an answer is awaited. */
    private record Announced(String path, List<String> parts, ClientFrame frame, double untilMs, double againMs) {
        Announced lookedForAgainAt(double nextMs) {
            return new Announced(path, parts, frame, untilMs, nextMs);
        }
    }

    private final Context context;
    private final Sequencer sequencer;
    private final Listener listener;
    private final List<Announced> waiting = new ArrayList<>();
    private Optional<SnapshotPointer> snapshot = Optional.empty();
    private Optional<SnapshotPointer> previous = Optional.empty();
    private Optional<String> persistedUrl = Optional.empty();
    private long lastPersistTimeMs = -1;
    private boolean finishing;

    Pointers(Context context, Sequencer sequencer, Listener listener) {
        this.context = context;
        this.sequencer = sequencer;
        this.listener = listener;
    }

    void start(
            Optional<SnapshotPointer> snapshot,
            Optional<SnapshotPointer> previous,
            Optional<String> persistedUrl,
            long lastPersistTimeMs) {
        this.snapshot = snapshot;
        this.previous = previous;
        this.persistedUrl = persistedUrl;
        this.lastPersistTimeMs = lastPersistTimeMs;
    }

    Optional<SnapshotPointer> snapshot() {
        return snapshot;
    }

    Optional<SnapshotPointer> previous() {
        return previous;
    }

    Optional<String> persistedUrl() {
        return persistedUrl;
    }

    long lastPersistTimeMs() {
        return lastPersistTimeMs;
    }

    void announced(ClientFrame.Snap snap) {
        if (snap.dissident()) {
            context.note(Output.Level.WARN, "snapshot of a minority at " + snap.timeMs() + ": " + snap.url());
        } else if (isCurrent(snap)) {
            List<String> parts = new ArrayList<>();
            for (String id : snap.files()) {
                parts.add(FileUrls.part(context.sessionId, id));
            }
            check(snap.url(), parts, snap);
        }
    }

    void announced(ClientFrame.Save save) {
        if (save.dissident()) {
            context.note(Output.Level.WARN, "persistent data of a minority: " + save.url());
        } else if (isNewer(save)) {
            check(save.url(), List.of(), save);
        }
    }

    /** A snapshot must be newer than the last one, lie within the log, and not be from the future. */
    private boolean isCurrent(ClientFrame.Snap snap) {
        MessageLog log = sequencer.log;
        long base = snapshot.map(SnapshotPointer::seq).orElse(log.startSeq());
        boolean inLog = log.knows(snap.seq()) && !Sequence.after(base, snap.seq());
        boolean newer = snapshot.map(SnapshotPointer::timeMs).orElse(-1L) < snap.timeMs();
        long earliest = log.find(snap.seq()).map(LoggedMessage::timeMs).orElse(0L);
        long latest =
                log.find(Sequence.next(snap.seq())).map(LoggedMessage::timeMs).orElse(sequencer.teatime());
        if (inLog && newer && earliest <= snap.timeMs() && snap.timeMs() <= latest) {
            return true;
        }
        context.note(
                Output.Level.INFO,
                "snapshot ignored: time " + snap.timeMs() + " and number " + snap.seq() + " do not fit");
        return false;
    }

    private boolean isNewer(ClientFrame.Save save) {
        double time = save.persistTimeMs();
        if (time > lastPersistTimeMs && time >= 0 && time <= sequencer.teatime()) {
            return true;
        }
        context.note(Output.Level.INFO, "persistent data ignored: time " + time + " does not fit");
        return false;
    }

    private void check(String url, List<String> parts, ClientFrame frame) {
        FilePolicy policy = context.settings.files();
        Optional<String> path = policy == FilePolicy.UNCHECKED ? Optional.empty() : FileUrls.path(url);
        if (path.isPresent()) {
            if (isWaitedForWithOtherParts(path.get(), parts)) {
                context.note(Output.Level.INFO, "ignored, announced with other parts before: " + path.get());
                return;
            }
            if (waiting.size() >= context.limit(Limit.FILE_CHECKS)) {
                makeRoom();
            }
            if (waiting.size() < context.limit(Limit.FILE_CHECKS)) {
                waiting.add(
                        new Announced(path.get(), parts, frame, context.nowMs() + LOOK_MS, Double.POSITIVE_INFINITY));
                context.emit(new Output.CheckFile(path.get(), parts));
            }
        } else if (policy == FilePolicy.OWN) {
            context.note(Output.Level.INFO, "ignored, not a file of this server: " + url);
        } else {
            accept(url, frame);
        }
    }

    /** The answer names the path alone, so it must mean one list of parts. */
    private boolean isWaitedForWithOtherParts(String path, List<String> parts) {
        for (Announced announced : waiting) {
            if (announced.path().equals(path) && !announced.parts().equals(parts)) {
                return true;
            }
        }
        return false;
    }

    void checked(String path, boolean exists) {
        List<Announced> answered = new ArrayList<>();
        for (Announced announced : waiting) {
            if (announced.path().equals(path)) {
                answered.add(announced);
            }
        }
        waiting.removeAll(answered);
        if (!exists) {
            answered.forEach(this::lookAgain);
            return;
        }
        for (Announced announced : answered) {
            accept(path, announced.frame());
        }
    }

    /** One that was looked for in vain gives way to one that was not looked for yet. */
    private void makeRoom() {
        for (Announced announced : waiting) {
            if (announced.againMs() < Double.POSITIVE_INFINITY) {
                waiting.remove(announced);
                return;
            }
        }
    }

    private void lookAgain(Announced announced) {
        double againMs = context.nowMs() + LOOK_AGAIN_MS;
        if (againMs <= announced.untilMs() && !finishing) {
            waiting.add(announced.lookedForAgainAt(againMs));
        } else {
            context.note(Output.Level.INFO, "ignored, the file is not there: " + announced.path());
        }
    }

    /** The server stops: every file is looked for once more, now. */
    void finish() {
        finishing = true;
        List<Announced> again = new ArrayList<>(waiting);
        again.removeIf(announced -> announced.againMs() == Double.POSITIVE_INFINITY);
        again.forEach(this::look);
    }

    /** Whether no file is being looked for. */
    boolean idle() {
        return waiting.isEmpty();
    }

    private void look(Announced announced) {
        waiting.remove(announced);
        waiting.add(announced.lookedForAgainAt(Double.POSITIVE_INFINITY));
        context.emit(new Output.CheckFile(announced.path(), announced.parts()));
    }

    /** Looks again for files that were not there. */
    void timer() {
        for (Announced announced : List.copyOf(waiting)) {
            if (announced.againMs() <= context.nowMs()) {
                look(announced);
            }
        }
    }

    /** When the next file is to be looked for again. */
    double nextMs() {
        double next = Double.POSITIVE_INFINITY;
        for (Announced announced : waiting) {
            next = Math.min(next, announced.againMs());
        }
        return next;
    }

    /** Conditions are looked at again: another announcement may have been accepted while the file was looked for. */
    private void accept(String url, ClientFrame frame) {
        if (frame instanceof ClientFrame.Snap snap && isCurrent(snap)) {
            previous = snapshot;
            snapshot = Optional.of(new SnapshotPointer(snap.timeMs(), snap.seq(), url, snap.files()));
            long keepAfter = previous.map(SnapshotPointer::seq).orElse(sequencer.log.startSeq());
            sequencer.log.prune(snap.seq(), keepAfter);
            listener.snapshotAccepted();
        } else if (frame instanceof ClientFrame.Save save && isNewer(save)) {
            lastPersistTimeMs = (long) Math.floor(save.persistTimeMs());
            listener.persistedAccepted(url, lastPersistTimeMs);
        }
    }
}
