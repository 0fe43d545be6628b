package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.error.UnreadablePersistentDataException;
import org.multisynq4j.client.error.UnreadableSnapshotException;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.data.DataMapper;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonLimits;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.text.Utf8;
import org.multisynq4j.vm.VmSettings;

/** Makes the replica a SYNC asks for: from nothing, from saved data, or from a snapshot. */
final class Loader {
    private final SessionPlan plan;
    private final SessionLog log;
    private final SessionFiles files;
    private final SnapshotFiles snapshots;
    private final Replica.ReplicaUser user;

    Loader(SessionPlan plan, SessionLog log, SessionFiles files, SnapshotFiles snapshots, Replica.ReplicaUser user) {
        this.plan = plan;
        this.log = log;
        this.files = files;
        this.snapshots = snapshots;
        this.user = user;
    }

    /** Fails with {@link UnreadableSnapshotException}, {@link UnreadablePersistentDataException}, or what the model's state is refused with. */
    Promise<Replica> load(ServerFrame.Start start) {
        if (start instanceof ServerFrame.Start.FromSnapshot snapshot) {
            return restore(snapshot);
        }
        if (start instanceof ServerFrame.Start.FromPersisted persisted) {
            return startFrom(persisted.url());
        }
        log.debug(Debug.SESSION, "initializing root model");
        return Promise.of(Optional.<JsonValue>empty()).map(none -> Replica.start(plan, log, user, none));
    }

    private Promise<Replica> restore(ServerFrame.Start.FromSnapshot start) {
        log.debug(Debug.SNAPSHOT, "fetching snapshot " + start.url());
        Promise<Replica> replica = snapshots.load(start, LoadProgress.NONE).map(loaded -> {
            byte[] image = loaded.image();
            log.debug(Debug.SESSION, () -> "restoring " + SessionLog.size(image.length) + " of snapshot");
            return check(Replica.restore(plan, log, user, image), start);
        });
        return translate(
                replica,
                e -> new UnreadableSnapshotException(
                        "the snapshot at " + start.url() + " cannot be used: " + e.getMessage()
                                + ". Reload; if that does not help, the file is lost or damaged and the session's operator"
                                + " has to look.",
                        e));
    }

    /** The name in the envelope already proves this, unless whoever took the snapshot was wrong. */
    private static Replica check(Replica replica, ServerFrame.Start.FromSnapshot start) {
        if (replica.machine().seq() != (int) start.seq()) {
            throw new IllegalStateException("it was taken at #"
                    + Integer.toUnsignedString(replica.machine().seq()) + ", not at #" + start.seq());
        }
        return replica;
    }

    private Promise<Replica> startFrom(String url) {
        SessionNames names = plan.names();
        String name = url.substring(url.lastIndexOf('/') + 1);
        Promise<JsonValue> data = files.fetch(url, FileKind.PERSISTENT, names.persistentId(), name)
                .map(bytes -> {
                    log.debug(
                            Debug.SESSION,
                            "Session loaded from persistent data (persistentId: " + names.persistentId() + ")");
                    log.debug(
                            Debug.SESSION, () -> "Restoring " + SessionLog.size(bytes.length) + " of persistent data");
                    // As deep and long as data can be saved, by any version of the program.
                    JsonLimits limits =
                            new JsonLimits(DataMapper.MAX_DEPTH + 1, VmSettings.HIGHEST_MAX_PERSISTED_BYTES);
                    return Json.parse(Utf8.decode(bytes), limits);
                });
        return translate(
                        data,
                        e -> new UnreadablePersistentDataException(
                                "the saved data at " + url + " cannot be read: " + e.getMessage()
                                        + ". Nothing was started, so nothing is overwritten. Reload; if that does not help, the"
                                        + " session's operator can restore an older version.",
                                e))
                .map(json -> Replica.start(plan, log, user, Optional.of(json)));
    }

    private interface Translation {
        RuntimeException of(Throwable error);
    }

    private static <T> Promise<T> translate(Promise<T> promise, Translation translation) {
        Promise<T> translated = new Promise<>();
        promise.then(translated::resolve, error -> translated.fail(translation.of(error)));
        return translated;
    }
}
