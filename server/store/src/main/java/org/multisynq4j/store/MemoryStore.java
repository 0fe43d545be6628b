package org.multisynq4j.store;

import org.multisynq4j.reflector.store.SessionStore;
import org.multisynq4j.reflector.store.StoreWrite;

/**
 * Keeps sessions as long as the process lives, for trying out. The reflector's own store in memory, made safe for several
 * shards; listeners are called at once, on the caller's thread.
 */
public final class MemoryStore implements SessionStore {
    private final org.multisynq4j.reflector.store.MemoryStore store = new org.multisynq4j.reflector.store.MemoryStore();

    @Override
    public synchronized void load(String sessionId, String appId, String persistentId, Listener listener) {
        store.load(sessionId, appId, persistentId, listener);
    }

    @Override
    public synchronized void write(String sessionId, long index, StoreWrite write, Listener listener) {
        store.write(sessionId, index, write, listener);
    }
}
