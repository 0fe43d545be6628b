package org.multisynq4j.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionStore;
import org.multisynq4j.reflector.store.StoreWrite;
import org.multisynq4j.reflector.store.StoredSession;

/** Keeps sessions as long as the process lives; for trying out and for tests. Answers at once, on the caller's thread. */
public final class MemoryStore implements SessionStore {
    private record PersistedKey(String appId, String persistentId) {}

    private final Map<String, SessionChanges> sessions = new HashMap<>();
    private final Map<PersistedKey, PersistedVersion> newest = new HashMap<>();

    @Override
    public void load(String sessionId, String appId, String persistentId, Listener listener) {
        Optional<StoredSession> stored;
        Optional<PersistedVersion> persisted;
        synchronized (this) {
            stored = Optional.ofNullable(sessions.get(sessionId)).flatMap(session -> session.record()
                    .map(record -> LogRepair.repair(record, List.copyOf(session.appended()), true)));
            persisted = stored.isPresent()
                    ? Optional.empty()
                    : Optional.ofNullable(newest.get(new PersistedKey(appId, persistentId)));
        }
        listener.loaded(stored, persisted);
    }

    @Override
    public void write(String sessionId, long index, StoreWrite write, Listener listener) {
        synchronized (this) {
            if (write instanceof StoreWrite.SavePersisted save) {
                PersistedVersion version = save.version();
                newest.put(new PersistedKey(version.appId(), version.persistentId()), version);
            } else {
                SessionChanges session = sessions.computeIfAbsent(sessionId, id -> new SessionChanges());
                if (write instanceof StoreWrite.Append append) {
                    session.append(append.message());
                } else if (write instanceof StoreWrite.SaveRecord save) {
                    session.save(save.record());
                }
            }
        }
        listener.written(index);
    }
}
