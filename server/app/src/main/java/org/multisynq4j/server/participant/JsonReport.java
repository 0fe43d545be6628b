package org.multisynq4j.server.participant;

import java.io.PrintWriter;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.SessionState;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;

/** One JSON object per line; a few times per second one with the hash of the state, so that replicas can be compared from outside. */
public final class JsonReport implements Report {
    private static final double STATE_INTERVAL_MS = 250;

    private final PrintWriter out;
    private double nextState = Double.NEGATIVE_INFINITY;

    public JsonReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void happened(String text, JsonObject facts) {
        out.println(Json.write(facts));
        out.flush();
    }

    @Override
    public void now(Session session) {
        if (session.state() != SessionState.LIVE || session.now() < nextState) {
            return;
        }
        nextState = session.now() + STATE_INTERVAL_MS;
        happened(
                "",
                JsonObject.builder()
                        .put("event", "state")
                        .put("time", session.now())
                        .put("seq", session.seq())
                        .put("stateHash", session.stateHash())
                        .build());
    }
}
