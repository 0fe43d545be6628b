package org.multisynq4j.vm;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.multisynq4j.snapshot.Stored;

/**
 * The last counter of every sender, so that a repeated or reordered message is recognised alike by all replicas.
 *
 * <p>A message carries the teatime at which it was sealed; one older than {@link #WINDOW_MS} is refused, so entries idle for longer can be forgotten and the
 * table stays small.
 */
final class SenderCounters implements Stored {
    /** How long a message may be under way: more than the longest allowed seamless rejoin (60 s). */
    static final double WINDOW_MS = 120_000;

    private static final int PRUNE_FROM = 64;

    /** What became of a message. */
    enum Verdict {
        ACCEPTED,
        /** Accepted, but messages of the same sender before it never arrived. */
        ACCEPTED_AFTER_GAP,
        REPEATED,
        TOO_OLD
    }

    private final Map<String, Entry> bySender = new LinkedHashMap<>();

    Verdict check(String sender, long counter, double sealedAt, double time) {
        if (!(sealedAt >= time - WINDOW_MS) || sealedAt > time + WINDOW_MS) {
            return Verdict.TOO_OLD;
        }
        Entry entry = bySender.get(sender);
        boolean known = entry != null;
        if (!known) {
            if (bySender.size() >= PRUNE_FROM) {
                prune(time);
            }
            entry = new Entry();
            bySender.put(sender, entry);
        } else if (counter <= entry.counter) {
            return Verdict.REPEATED;
        }
        boolean gap = known && counter != entry.counter + 1;
        entry.counter = counter;
        entry.time = time;
        return gap ? Verdict.ACCEPTED_AFTER_GAP : Verdict.ACCEPTED;
    }

    private void prune(double time) {
        for (Iterator<Entry> entries = bySender.values().iterator(); entries.hasNext(); ) {
            // Twice the window: an entry must outlive every message sealed while it was current.
            if (entries.next().time < time - 2 * WINDOW_MS) {
                entries.remove();
            }
        }
    }

    /** One sender's progress. */
    static final class Entry implements Stored {
        private long counter;
        private double time;
    }
}
