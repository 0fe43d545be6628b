package org.multisynq4j.reflector.store;

import java.util.Optional;

/**
 * Where sessions live across unloads, restarts and crashes. Asynchronous: calls return at once, answers come through the listener, on any thread; the shell
 * carries them to the session's own thread. Calls for one session come from one thread.
 */
public interface SessionStore {
    /**
     * Looks up a session, and only if its id is unknown the current persisted version of (appId, persistentId). Sees every write handed over before, acknowledged or
     * not. Answered by exactly one {@link Listener#loaded} or {@link Listener#failed}.
     *
     * @param persistentId empty: no persisted version is looked up
     */
    void load(String sessionId, String appId, String persistentId, Listener listener);

    /**
     * Stores in order. Acknowledged by {@link Listener#written} with this index or a later one once the write survives the death of the process (and of the
     * machine, as far as the configured durability promises).
     *
     * @param index counts up by 1 per session, from 1 at each {@link #load}
     */
    void write(String sessionId, long index, StoreWrite write, Listener listener);

    /** Told what became of the calls for one session. */
    interface Listener {
        /** The answer to {@link SessionStore#load}. */
        void loaded(Optional<StoredSession> stored, Optional<PersistedVersion> persisted);

        /** Everything up to and including this index is safe; never goes back. */
        void written(long upToIndex);

        /** Loading or a write failed; no later write of this session is stored or acknowledged until it is loaded again. */
        void failed(String problem);
    }
}
