package org.multisynq4j.reflector.store;

/** Something to be stored for one session. All writes of a session form one ordered stream. */
public sealed interface StoreWrite {
    /** Add a message to the end of the session's log. */
    record Append(LoggedMessage message) implements StoreWrite {}

    /** Replace the session's record; the log up to and including {@code record.logStartSeq()} may be deleted. */
    record SaveRecord(SessionRecord record) implements StoreWrite {}

    /**
     * Add a persisted version for (appId, persistentId). It becomes the current one unless that is of a session created later: what an older program saves while a
     * newer one runs is kept, but is not what the next program starts from.
     */
    record SavePersisted(PersistedVersion version) implements StoreWrite {}
}
