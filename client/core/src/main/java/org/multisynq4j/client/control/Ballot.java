package org.multisynq4j.client.control;

import java.util.List;
import java.util.Optional;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.protocol.ClientFrame;

/** Makes vote frames: everybody is asked the same question, named by topic and teatime. */
final class Ballot {
    /** About the replicated state, to take a snapshot. */
    static final String SNAPSHOT = "snapshot";

    /** About data to be saved. */
    static final String PERSIST = "persist";

    private Ballot() {}

    /**
     * A vote.
     *
     * @param costName what {@code cost} is called, as the original does
     * @param state keyed hash of the whole state, where that is asked for and known
     * @param target the original's name of what handles the tally
     */
    static ClientFrame.Tutti vote(
            String topic,
            double time,
            String hash,
            Optional<String> state,
            String viewId,
            String costName,
            double cost,
            String target) {
        JsonObject.Builder members =
                JsonObject.builder().put(costName, cost).put("hash", hash).put("viewId", viewId);
        state.ifPresent(known -> members.put("state", known));
        JsonObject content = members.build();
        String key = topic + "@" + Json.write(new JsonNumber(time));
        return new ClientFrame.Tutti(
                time,
                Json.writeStable(content),
                Optional.empty(),
                true,
                new JsonArray(List.of(new JsonString(target))),
                key);
    }
}
