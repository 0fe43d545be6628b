package org.multisynq4j.server.participant;

import org.multisynq4j.client.Session;
import org.multisynq4j.json.JsonObject;

/** Where a participant tells what happens. Called on the session's thread. */
public interface Report {
    /**
     * Something happened in the app.
     *
     * @param text for people, on one line
     * @param facts the same for programs; has a member {@code event}
     */
    void happened(String text, JsonObject facts);

    /** Called with each frame, after everything that happened until then. */
    void now(Session session);
}
