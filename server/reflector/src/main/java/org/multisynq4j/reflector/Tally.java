package org.multisynq4j.reflector;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.Payload;

/** One open vote. */
final class Tally {
    final String key;
    final double sendTimeMs;
    final double timeoutMs;
    private final int expected;
    private final ClientFrame.Tutti firstVote;
    private final Map<String, Integer> votes = new LinkedHashMap<>();
    private final Set<Client> voters = new LinkedHashSet<>();
    private long chars;

    Tally(ClientFrame.Tutti firstVote, int expected, double timeoutMs) {
        this.key = firstVote.tuttiKey();
        this.sendTimeMs = firstVote.sendTimeMs();
        this.expected = expected;
        this.timeoutMs = timeoutMs;
        this.firstVote = firstVote;
    }

    /** Counts a vote; each client has one, and a payload that would make the tally too long is not counted. */
    void count(Client voter, String payload, int mostChars) {
        boolean known = votes.containsKey(payload);
        if (!known && chars + payload.length() > mostChars || !voters.add(voter)) {
            return;
        }
        chars += known ? 0 : payload.length();
        votes.merge(payload, 1, Integer::sum);
    }

    boolean complete() {
        return voters.size() >= expected;
    }

    ClientFrame.Tutti firstVote() {
        return firstVote;
    }

    /** Unanimous results are broadcast only on demand. */
    boolean isNews(ClientFrame.Tutti decisive) {
        return !votes.isEmpty() && (decisive.wantsVote() || votes.size() > 1);
    }

    Payload result(ClientFrame.Tutti decisive) {
        int missing = Math.max(0, expected - voters.size());
        return new Payload.Tally(sendTimeMs, votes, decisive.tallyTarget(), key, missing);
    }
}
