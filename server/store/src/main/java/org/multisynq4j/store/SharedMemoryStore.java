package org.multisynq4j.store;

import java.util.Optional;
import org.multisynq4j.reflector.store.MemoryStore;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.SessionStore;
import org.multisynq4j.reflector.store.StoreWrite;
import org.multisynq4j.reflector.store.StoredSession;

/**
 * Keeps sessions as long as the process lives, for trying out. The reflector's own store in memory, made safe for several
 * shards; listeners are called at once, on the caller's thread.
 */
public final class SharedMemoryStore implements SessionStore {
    private final MemoryStore store = new MemoryStore();

    @Override
    public synchronized void load(String sessionId, String appId, String persistentId, Listener listener) {
        store.load(sessionId, appId, persistentId, listener);
    }

    /** The record of a session as it was last handed over. */
    public synchronized Optional<SessionRecord> record(String sessionId) {
        return store.session(sessionId).map(StoredSession::record);
    }

    @Override
    public synchronized void write(String sessionId, long index, StoreWrite write, Listener listener) {
        store.write(sessionId, index, write, listener);
    }
}
