package org.multisynq4j.client;

/** What a session is doing. */
public enum SessionState {
    /** Connecting for the first time. */
    JOINING,
    /** Fetching a snapshot and replaying what happened since. */
    CATCHING_UP,
    /** Up to date; events are sent and received. */
    LIVE,
    /** The connection is lost. What views publish is kept; the view is kept for the rejoin limit. */
    RECONNECTING,
    /** Disconnected because the page was hidden; wakes when it is seen again. */
    DORMANT,
    /** Over: left, or ended by an error (see {@link Session#problem}). */
    LEFT
}
