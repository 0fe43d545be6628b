package org.multisynq4j.model;

import java.util.Optional;
import org.multisynq4j.snapshot.Stored;

/**
 * One published event as a generic handler or {@link Model#activeEvent} sees it.
 *
 * @param scope the scope it was published in
 * @param event its name
 * @param data what was published; empty for nothing
 * @param source who published it
 * @param sender the authenticated view id of the participant whose message led to it; empty in a future message
 */
public record Event(String scope, String event, Optional<Object> data, Source source, Optional<String> sender)
        implements Stored {
    /** Who published an event. */
    public enum Source {
        /** A model of this session. */
        MODEL,
        /** A participant's view. */
        VIEW,
        /** The engine itself ({@code view-join}, {@code view-exit}). */
        SYSTEM
    }
}
