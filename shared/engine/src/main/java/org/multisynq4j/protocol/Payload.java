package org.multisynq4j.protocol;

import java.util.List;
import java.util.Map;
import org.multisynq4j.json.JsonArray;

/** What a message carries: a client's text, or something the reflector itself says. Only the reflector makes the latter. */
public sealed interface Payload {
    /** From a client; its meaning (encrypted) is not this package's business. */
    record Text(String text) implements Payload {}

    /**
     * Who came and went.
     *
     * @param active synced participants, those whose leave is still delayed included. {@code joined.size() == active} says that nobody was there before.
     * @param total the same with spectators
     */
    record Users(int active, int total, List<Participant> joined, List<Participant> left) implements Payload {
        public Users {
            joined = List.copyOf(joined);
            left = List.copyOf(left);
        }
    }

    /**
     * The result of a vote.
     *
     * @param tally votes by payload, in the order they first came
     * @param tallyTarget passed through from the voters; hostile like everything from a client
     * @param missingClients votes that did not come in time
     */
    record Tally(
            double sendTimeMs, Map<String, Integer> tally, JsonArray tallyTarget, String tuttiKey, int missingClients)
            implements Payload {}

    /** Something this code does not know; does nothing but take its sequence number. */
    record Other(String what) implements Payload {}
}
