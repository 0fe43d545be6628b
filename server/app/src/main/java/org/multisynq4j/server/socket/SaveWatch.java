package org.multisynq4j.server.socket;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.reflector.store.PersistedVersion;

/** Notices when two sessions, so two versions of a program, save the same data by turns. For the operator's log only; thread-safe. */
final class SaveWatch {
    /** So many persistent ids are remembered, those saved last. */
    static final int MAX_REMEMBERED = 10_000;

    private record Key(String appId, String persistentId) {}

    private final Map<Key, String> lastSavers = new LinkedHashMap<>();

    /** A sentence if the version before this one came from another session. */
    synchronized Optional<String> saved(PersistedVersion version) {
        Key key = new Key(version.appId(), version.persistentId());
        String before = lastSavers.remove(key);
        lastSavers.put(key, version.sessionId());
        if (lastSavers.size() > MAX_REMEMBERED) {
            lastSavers.remove(lastSavers.keySet().iterator().next());
        }
        if (before == null || before.equals(version.sessionId())) {
            return Optional.empty();
        }
        return Optional.of("app " + version.appId() + ", persistent id " + version.persistentId() + ": session "
                + version.sessionId() + " saves after session " + before
                + ", so two versions of the program run at the same time. What the session created later saved stays"
                + " current; the other is kept as a version (see the command persisted DIR list)");
    }
}
