package org.multisynq4j.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multisynq4j.reflector.store.StoreWrite;

/**
 * Everything written since a checkpoint, reduced to what a checkpoint must contain. Not thread-safe.
 *
 * @see Checkpoints#apply
 */
final class Changes {
    private final Map<String, SessionChanges> sessions = new LinkedHashMap<>();
    private final List<StoredWrite> persisted = new ArrayList<>();

    void add(StoredWrite entry) {
        StoreWrite write = entry.write();
        if (write instanceof StoreWrite.SavePersisted) {
            persisted.add(entry);
            return;
        }
        SessionChanges changes = sessions.computeIfAbsent(entry.sessionId(), id -> new SessionChanges());
        if (write instanceof StoreWrite.Append append) {
            changes.append(append.message());
        } else if (write instanceof StoreWrite.SaveRecord save) {
            changes.save(save.record());
        }
    }

    boolean isEmpty() {
        return sessions.isEmpty() && persisted.isEmpty();
    }

    Map<String, SessionChanges> sessions() {
        return sessions;
    }

    /** Persisted versions in the order they were saved. */
    List<StoredWrite> persisted() {
        return persisted;
    }
}
