package org.multisynq4j.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.SnapshotPointer;
import org.multisynq4j.reflector.store.StoredSession;

/**
 * Makes a session out of a record and the messages found, whether or not some are missing.
 *
 * <p>A log with a hole would stop every client at its gap check, so it is used only up to the hole. If the newest snapshot
 * lies behind the hole, the messages after it are whole and the snapshot before is given up instead.
 */
final class LogRepair {
    private LogRepair() {}

    /** The usable session; {@code tailCertain} is false if anything a client may have seen had to be given up. */
    static StoredSession repair(SessionRecord record, List<LoggedMessage> messages, boolean tailCertain) {
        Run whole = Run.after(record.logStartSeq(), messages);
        if (whole.isComplete(record.seq())) {
            return new StoredSession(record, whole.messages, tailCertain);
        }
        Optional<SnapshotPointer> snapshot = record.snapshot();
        if (snapshot.isPresent() && SequenceNumbers.isAfter(snapshot.get().seq(), whole.end())) {
            Run recent = Run.after(snapshot.get().seq(), messages);
            SessionRecord shorter = with(record, recent.end(), snapshot.get().seq(), Optional.empty());
            return new StoredSession(shorter, recent.messages, tailCertain && recent.isComplete(record.seq()));
        }
        SessionRecord earlier = with(record, whole.end(), record.logStartSeq(), record.previous());
        return new StoredSession(earlier, whole.messages, false);
    }

    /** The messages that follow a sequence number without a hole. */
    private record Run(long start, List<LoggedMessage> messages, boolean moreBehindAHole) {
        static Run after(long start, List<LoggedMessage> messages) {
            List<LoggedMessage> sorted = new ArrayList<>(messages);
            sorted.removeIf(message -> !SequenceNumbers.isAfter(message.seq(), start));
            sorted.sort(Comparator.comparingLong(message -> SequenceNumbers.distance(start, message.seq())));
            int whole = 0;
            long expected = SequenceNumbers.next(start);
            while (whole < sorted.size() && sorted.get(whole).seq() == expected) {
                expected = SequenceNumbers.next(expected);
                whole++;
            }
            return new Run(start, List.copyOf(sorted.subList(0, whole)), whole < sorted.size());
        }

        long end() {
            return messages.isEmpty()
                    ? start
                    : messages.get(messages.size() - 1).seq();
        }

        boolean isComplete(long recordedSeq) {
            return !moreBehindAHole && !SequenceNumbers.isAfter(recordedSeq, end());
        }
    }

    private static SessionRecord with(
            SessionRecord record, long seq, long logStartSeq, Optional<SnapshotPointer> previous) {
        return new SessionRecord(
                record.sessionId(),
                record.name(),
                record.appId(),
                record.persistentId(),
                record.codeHash(),
                record.timeline(),
                record.tove(),
                record.tickMs(),
                record.delayMs(),
                record.flags(),
                record.timeMs(),
                seq,
                logStartSeq,
                record.snapshot(),
                previous,
                record.persistedUrl(),
                record.lastPersistTimeMs(),
                record.completedTallies(),
                record.tallySentinelMs(),
                record.memberKey());
    }
}
