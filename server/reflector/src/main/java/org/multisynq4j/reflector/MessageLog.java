package org.multisynq4j.reflector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.reflector.store.LoggedMessage;

/**
 * The messages of a session since the snapshot before the last, in order. The newest may still be on their way to the store; only those the store has
 * acknowledged are shown to anybody.
 */
final class MessageLog {
    private final List<LoggedMessage> messages = new ArrayList<>();
    private long startSeq;
    private int acknowledged;
    private long snapshotSeq;
    private long charsSinceSnapshot;
    private Optional<Excerpt> lastExcerpt = Optional.empty();

    private record Excerpt(long afterSeq, long upToSeq, String text) {}

    /** @param startSeq the number before the first message */
    void start(long startSeq, List<LoggedMessage> stored, long snapshotSeq) {
        this.startSeq = startSeq;
        this.snapshotSeq = snapshotSeq;
        messages.addAll(stored);
        acknowledged = messages.size();
        countChars();
    }

    void add(LoggedMessage message) {
        if (message.seq() != Sequence.next(lastSeq())) {
            throw new IllegalStateException("message " + message.seq() + " does not follow " + lastSeq());
        }
        messages.add(message);
        charsSinceSnapshot += message.argsJson().length();
    }

    /** The store has the next message. */
    LoggedMessage acknowledgeNext() {
        return messages.get(acknowledged++);
    }

    /** The number last assigned. */
    long lastSeq() {
        return seqAfter(messages.size());
    }

    /** The last number the store has. */
    long acknowledgedSeq() {
        return seqAfter(acknowledged);
    }

    private long seqAfter(int count) {
        return Sequence.normalize(startSeq + count);
    }

    long startSeq() {
        return startSeq;
    }

    /** The oldest message still on its way to the store. */
    Optional<LoggedMessage> firstInFlight() {
        return acknowledged < messages.size() ? Optional.of(messages.get(acknowledged)) : Optional.empty();
    }

    /** Messages a joiner would have to replay, those in flight included. */
    int sinceSnapshot() {
        return messages.size() - indexAfter(snapshotSeq);
    }

    long charsSinceSnapshot() {
        return charsSinceSnapshot;
    }

    int size() {
        return messages.size();
    }

    /** Whether the store has this message, or the log starts right after it. */
    boolean knows(long seq) {
        return Sequence.steps(startSeq, seq) <= acknowledged;
    }

    /** The acknowledged message with this number; empty if the log does not have it. */
    Optional<LoggedMessage> find(long seq) {
        long steps = Sequence.steps(startSeq, seq);
        return steps >= 1 && steps <= acknowledged ? Optional.of(messages.get((int) steps - 1)) : Optional.empty();
    }

    private int indexAfter(long seq) {
        return (int) Sequence.steps(startSeq, seq);
    }

    /** The acknowledged messages after this number as JSON, separated by commas. Kept until it changes: many may join at once. */
    String textAfter(long seq) {
        long upTo = acknowledgedSeq();
        if (lastExcerpt.isPresent()
                && lastExcerpt.get().afterSeq() == seq
                && lastExcerpt.get().upToSeq() == upTo) {
            return lastExcerpt.get().text();
        }
        StringBuilder text = new StringBuilder();
        for (int i = indexAfter(seq); i < acknowledged; i++) {
            if (text.length() > 0) {
                text.append(',');
            }
            text.append(messages.get(i).argsJson());
        }
        lastExcerpt = Optional.of(new Excerpt(seq, upTo, text.toString()));
        return lastExcerpt.get().text();
    }

    /** Whether the last users message says that somebody was there; true if there is none, since a snapshot may contain it. */
    boolean somebodyWasThere() {
        for (int i = messages.size() - 1; i >= 0; i--) {
            String args = messages.get(i).argsJson();
            int payload = args.indexOf(',', args.indexOf(',') + 1) + 1;
            if (args.startsWith("{\"what\":\"users\"", payload)) {
                return !args.startsWith("{\"what\":\"users\",\"active\":0,", payload);
            }
        }
        return true;
    }

    /** A new snapshot contains everything up to {@code snapshotSeq}; messages up to {@code dropUpToSeq} are forgotten. */
    void prune(long snapshotSeq, long dropUpToSeq) {
        int drop = indexAfter(dropUpToSeq);
        messages.subList(0, drop).clear();
        acknowledged -= drop;
        startSeq = dropUpToSeq;
        this.snapshotSeq = snapshotSeq;
        forgetExcerpt();
        countChars();
    }

    /** A large text nobody may ask for again. */
    void forgetExcerpt() {
        lastExcerpt = Optional.empty();
    }

    private void countChars() {
        charsSinceSnapshot = 0;
        for (int i = indexAfter(snapshotSeq); i < messages.size(); i++) {
            charsSinceSnapshot += messages.get(i).argsJson().length();
        }
    }
}
