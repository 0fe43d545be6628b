package org.multisynq4j.client;

/** When a view's handler runs after its event was published. */
public enum Handling {
    /** In order, after the simulation of the current step. The usual one. */
    QUEUED,
    /** Once per animation frame, with the newest data only: for what is drawn. */
    ONCE_PER_FRAME,
    /** As {@link #ONCE_PER_FRAME}, but not while catching up. */
    ONCE_PER_FRAME_WHILE_SYNCED,
    /** For an event of a model: directly after the message that published it, before the next one. For an event of a view: inside the publish. */
    IMMEDIATE
}
