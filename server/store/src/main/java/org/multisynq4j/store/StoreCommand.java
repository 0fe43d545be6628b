package org.multisynq4j.store;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.SessionStore.Listener;

/** What the writer thread is asked to do, in order. */
sealed interface StoreCommand {
    /** Append to the journal, then acknowledge. {@code size} is what it counts for while it waits. */
    record Write(StoredWrite entry, long index, Listener listener, int size) implements StoreCommand {}

    /** Look a session up after everything before was written. */
    record Load(String sessionId, String appId, String persistentId, Listener listener) implements StoreCommand {}

    /** Look only a session's record up, after everything before was written; the session notices nothing. */
    record Peek(String sessionId, CompletableFuture<Optional<SessionRecord>> answer) implements StoreCommand {}

    /** A write could not be accepted: the session fails at this place of its stream. */
    record Refuse(String sessionId, Listener listener, String problem) implements StoreCommand {}

    /** Stop after everything before. */
    record Stop(CountDownLatch done) implements StoreCommand {}
}
