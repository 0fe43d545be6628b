package org.multisynq4j.reflector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.protocol.Payload;
import org.multisynq4j.protocol.PayloadEncoder;
import org.multisynq4j.protocol.TickRate;
import org.multisynq4j.reflector.store.CompletedTally;

/** Votes: open ones, and those that are over, so that a late vote does not open a second one. */
final class Tallies {
    static final double TIMEOUT_MS = 1_000;
    static final double HISTORY_MS = 60_000;
    /** How many of those that are over go into the session record. */
    static final int RECORDED = 20;

    /** Where messages go that a vote causes. */
    interface Broadcaster {
        void broadcast(String payloadJson, List<JsonValue> rest);
    }

    private final Context context;
    private final Broadcaster broadcaster;
    private final Map<String, Tally> open = new LinkedHashMap<>();
    private final Map<String, Double> completed = new LinkedHashMap<>();
    private double sentinelMs = -1;

    Tallies(Context context, Broadcaster broadcaster) {
        this.context = context;
        this.broadcaster = broadcaster;
    }

    void restore(List<CompletedTally> stored, double storedSentinelMs) {
        for (CompletedTally tally : stored) {
            completed.put(tally.tuttiKey(), tally.sendTimeMs());
        }
        sentinelMs = storedSentinelMs;
    }

    /** @param voters how many votes are expected if this is the first */
    void vote(Client voter, ClientFrame.Tutti vote, int voters, long teatime) {
        Tally tally = open.get(vote.tuttiKey());
        if (tally == null) {
            if (isOver(vote, teatime) || open.size() >= context.limit(Limit.OPEN_TALLIES)) {
                return;
            }
            vote.first()
                    .ifPresent(first -> broadcaster.broadcast(
                            PayloadEncoder.encode(new Payload.Text(first.payload())), first.rest()));
            tally = new Tally(vote, voters, context.nowMs() + TIMEOUT_MS);
            open.put(tally.key, tally);
        }
        tally.count(voter, vote.payload(), context.limit(Limit.TALLY_CHARS));
        if (tally.complete()) {
            close(tally, vote, teatime);
        }
    }

    private boolean isOver(ClientFrame.Tutti vote, long teatime) {
        double sendTime = vote.sendTimeMs();
        double oldest = Math.max(0, teatime - HISTORY_MS + 1);
        // Nobody is more than a tick ahead of the reflector; a vote from the far future would stay in the list of those
        // that are over.
        boolean outOfRange = sendTime < oldest || sendTime > teatime + TickRate.LONGEST_MS;
        return outOfRange || sendTime <= sentinelMs || completed.containsKey(vote.tuttiKey());
    }

    void expire(long teatime) {
        for (Tally tally : List.copyOf(open.values())) {
            if (tally.timeoutMs <= context.nowMs()) {
                close(tally, tally.firstVote(), teatime);
            }
        }
    }

    private void close(Tally tally, ClientFrame.Tutti decisive, long teatime) {
        open.remove(tally.key);
        completed.put(tally.key, tally.sendTimeMs);
        completed.values().removeIf(sendTime -> sendTime < teatime - HISTORY_MS);
        if (completed.size() > context.limit(Limit.COMPLETED_TALLIES)) {
            String oldest = completed.keySet().iterator().next();
            sentinelMs = Math.max(sentinelMs, completed.remove(oldest));
        }
        if (tally.isNews(decisive)) {
            broadcaster.broadcast(PayloadEncoder.encode(tally.result(decisive)), List.of());
        }
    }

    double nextTimeoutMs() {
        double next = Double.POSITIVE_INFINITY;
        for (Tally tally : open.values()) {
            next = Math.min(next, tally.timeoutMs);
        }
        return next;
    }

    /** The last few that are over, for the record. */
    List<CompletedTally> recorded() {
        List<CompletedTally> all = new ArrayList<>();
        completed.forEach((key, sendTime) -> all.add(new CompletedTally(key, sendTime)));
        return all.subList(Math.max(0, all.size() - RECORDED), all.size());
    }

    double sentinelMs() {
        return sentinelMs;
    }
}
