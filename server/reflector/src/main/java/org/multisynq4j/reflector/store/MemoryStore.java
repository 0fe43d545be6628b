package org.multisynq4j.reflector.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.protocol.Sequence;

/** Keeps everything in memory and answers at once, on the caller's thread; for tests and for a session without any server. */
public final class MemoryStore implements SessionStore {
    private static final class Stored {
        private Optional<SessionRecord> record = Optional.empty();
        private final List<LoggedMessage> log = new ArrayList<>();
    }

    private record PersistentKey(String appId, String persistentId) {}

    private final Map<String, Stored> sessions = new LinkedHashMap<>();
    private final Map<PersistentKey, List<PersistedVersion>> persisted = new LinkedHashMap<>();

    @Override
    public void load(String sessionId, String appId, String persistentId, Listener listener) {
        Optional<StoredSession> stored = session(sessionId);
        Optional<PersistedVersion> version = Optional.empty();
        if (stored.isEmpty()) {
            version = current(appId, persistentId);
        }
        listener.loaded(stored, version);
    }

    @Override
    public void write(String sessionId, long index, StoreWrite write, Listener listener) {
        apply(sessionId, write);
        listener.written(index);
    }

    /** Stores without telling anybody. */
    public void apply(String sessionId, StoreWrite write) {
        Stored stored = sessions.computeIfAbsent(sessionId, id -> new Stored());
        if (write instanceof StoreWrite.Append append) {
            stored.log.add(append.message());
        } else if (write instanceof StoreWrite.SaveRecord saved) {
            stored.record = Optional.of(saved.record());
            stored.log.removeIf(
                    message -> !Sequence.after(message.seq(), saved.record().logStartSeq()));
        } else if (write instanceof StoreWrite.SavePersisted saved) {
            PersistedVersion version = saved.version();
            List<PersistedVersion> before = persisted.computeIfAbsent(
                    new PersistentKey(version.appId(), version.persistentId()), key -> new ArrayList<>());
            if (DataOwner.admits(before, version)) {
                before.add(version);
            }
        }
    }

    /** What a load of this session would find. */
    public Optional<StoredSession> session(String sessionId) {
        Stored stored = sessions.get(sessionId);
        return stored == null
                ? Optional.empty()
                : stored.record.map(record -> new StoredSession(record, stored.log, true));
    }

    /** The last version saved by the session that was created last among the owner's that saved any. */
    private Optional<PersistedVersion> current(String appId, String persistentId) {
        List<String> created = new ArrayList<>(sessions.keySet());
        Optional<PersistedVersion> current = Optional.empty();
        List<PersistedVersion> versions = versions(appId, persistentId);
        String owner = DataOwner.of(versions);
        for (PersistedVersion version : versions) {
            if (!version.memberKey().equals(owner)) {
                continue;
            }
            int order = created.indexOf(version.sessionId());
            if (order
                    >= current.map(PersistedVersion::sessionId)
                            .map(created::indexOf)
                            .orElse(-1)) {
                current = Optional.of(version);
            }
        }
        return current;
    }

    /** All persisted versions, oldest first. */
    public List<PersistedVersion> versions(String appId, String persistentId) {
        return List.copyOf(persisted.getOrDefault(new PersistentKey(appId, persistentId), List.of()));
    }
}
