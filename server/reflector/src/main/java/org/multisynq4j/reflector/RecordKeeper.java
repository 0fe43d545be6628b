package org.multisynq4j.reflector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.SnapshotPointer;
import org.multisynq4j.reflector.store.StoreWrite;
import org.multisynq4j.reflector.store.StoredSession;

/**
 * Writes the session's record and reads it back. The record also reserves time: it says a time a little ahead, and clients are not shown a later one before the next
 * record is safe.
 */
final class RecordKeeper {
    /** How far ahead time is reserved: after a crash teatime jumps by at most this. */
    static final long RESERVED_MS = 5_000;
    /** Time is reserved anew when less than this is left: more than any healthy store takes to acknowledge. */
    static final long RENEW_MS = 2_500;

    private final Context context;
    private final Sequencer sequencer;
    private final Pointers pointers;
    private final Tallies tallies;
    private final WriteQueue writes;
    private long reservedMs;
    private Optional<Identity> identity = Optional.empty();

    RecordKeeper(Context context, Sequencer sequencer, Pointers pointers, Tallies tallies, WriteQueue writes) {
        this.context = context;
        this.sequencer = sequencer;
        this.pointers = pointers;
        this.tallies = tallies;
        this.writes = writes;
    }

    /** Set once the session is created or loaded. */
    Optional<Identity> identity() {
        return identity;
    }

    /** Begins a session the store does not know. */
    void create(Identity created, Optional<String> persistedUrl) {
        identity = Optional.of(created);
        sequencer.start(created, 0);
        sequencer.log.start(Sequence.START, List.of(), Sequence.START);
        pointers.start(Optional.empty(), Optional.empty(), persistedUrl, -1);
        reserve();
    }

    /** Continues a session where the store left it. */
    void restore(StoredSession stored, String freshTimeline) {
        SessionRecord record = stored.record();
        List<LoggedMessage> log = contiguous(stored.log(), record.logStartSeq());
        long lastSeq = Sequence.normalize(record.logStartSeq() + log.size());
        boolean complete = stored.tailCertain() && !Sequence.after(record.seq(), lastSeq);
        if (!complete) {
            context.note(Output.Level.WARN, "the end of the log may be missing: new timeline");
        }
        long startSeq = record.logStartSeq();
        Optional<SnapshotPointer> previous = record.previous();
        if (record.snapshot().isPresent()
                && Sequence.after(record.snapshot().get().seq(), lastSeq)) {
            // What lies between the two snapshots is lost; the newest one alone still is a session.
            startSeq = record.snapshot().get().seq();
            log = List.of();
            previous = Optional.empty();
        }
        long lastTime = log.isEmpty() ? 0 : log.get(log.size() - 1).timeMs();
        Identity restored = Identity.of(record, complete ? record.timeline() : freshTimeline);
        identity = Optional.of(restored);
        sequencer.start(restored, Math.max(record.timeMs(), lastTime));
        sequencer.log.start(
                startSeq, log, record.snapshot().map(SnapshotPointer::seq).orElse(startSeq));
        pointers.start(record.snapshot(), previous, record.persistedUrl(), record.lastPersistTimeMs());
        tallies.restore(record.completedTallies(), record.tallySentinelMs());
        reserve();
    }

    /** The messages that follow the start without a gap. */
    private static List<LoggedMessage> contiguous(List<LoggedMessage> stored, long startSeq) {
        List<LoggedMessage> log = new ArrayList<>();
        long last = startSeq;
        for (LoggedMessage message : stored) {
            if (message.seq() == Sequence.next(last)) {
                log.add(message);
                last = message.seq();
            }
        }
        return log;
    }

    /** Saves with the time as it is now: for the end. */
    void saveExactly() {
        reservedMs = sequencer.teatime();
        sequencer.clock.unreserve(reservedMs);
        save(reservedMs);
    }

    /** Saves and reserves time. */
    void reserve() {
        reservedMs = sequencer.teatime() + RESERVED_MS;
        save(reservedMs);
    }

    void reserveIfDue() {
        if (context.settings.durable() && reserveDueIn() <= 0) {
            reserve();
        }
    }

    /** When time must be reserved anew. */
    double nextReserveMs() {
        return context.settings.durable() ? context.nowMs() + Math.max(0, reserveDueIn()) : Double.POSITIVE_INFINITY;
    }

    private double reserveDueIn() {
        return reservedMs - RENEW_MS - sequencer.teatime();
    }

    private void save(long timeMs) {
        identity.ifPresent(known -> writes.write(new StoreWrite.SaveRecord(record(known, timeMs))));
    }

    private SessionRecord record(Identity known, long timeMs) {
        return new SessionRecord(
                context.sessionId,
                known.name(),
                known.appId(),
                known.persistentId(),
                known.codeHash(),
                known.timeline(),
                known.tove(),
                known.rate().tickMs(),
                known.rate().delayMs(),
                known.flags(),
                timeMs,
                sequencer.log.lastSeq(),
                sequencer.log.startSeq(),
                pointers.snapshot(),
                pointers.previous(),
                pointers.persistedUrl(),
                pointers.lastPersistTimeMs(),
                tallies.recorded(),
                tallies.sentinelMs(),
                known.memberKey());
    }
}
