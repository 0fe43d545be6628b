package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.error.BrokenModelException;
import org.multisynq4j.client.error.UnreadablePersistentDataException;
import org.multisynq4j.client.error.UnreadableSnapshotException;
import org.multisynq4j.crypto.CryptoException;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.data.DataMapper;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonLimits;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.text.Utf8;
import org.multisynq4j.vm.VirtualMachine;
import org.multisynq4j.vm.VmSettings;

/** Makes the replica a SYNC asks for: from nothing, from saved data, or from a snapshot. */
public final class Loader {
    private final SessionPlan plan;
    private final SessionLog log;
    private final SessionFiles files;
    private final SnapshotFiles snapshots;

    /** How a replica begins. */
    public interface Beginning<T> {
        T start(Optional<JsonValue> persisted);

        /** @param start what SYNC said of the snapshot: the replica's number has to agree */
        T restore(LoadedSnapshot snapshot, ServerFrame.Start.FromSnapshot start);
    }

    public Loader(SessionPlan plan, SessionLog log, SnapshotFiles snapshots) {
        this.plan = plan;
        this.log = log;
        this.snapshots = snapshots;
        files = new SessionFiles(plan.platform(), plan.keys(), plan.server().files());
    }

    /** Fails with {@link UnreadableSnapshotException}, {@link UnreadablePersistentDataException}, or what the model's state is refused with. */
    public <T> Promise<T> load(ServerFrame.Start start, Beginning<T> beginning) {
        return load(start, beginning, LoadProgress.NONE);
    }

    /** As {@link #load(ServerFrame.Start, Beginning)}; tells how much of a snapshot is here. */
    <T> Promise<T> load(ServerFrame.Start start, Beginning<T> beginning, LoadProgress progress) {
        if (start instanceof ServerFrame.Start.FromSnapshot snapshot) {
            return restore(snapshot, beginning, progress);
        }
        if (start instanceof ServerFrame.Start.FromPersisted persisted) {
            return startFrom(persisted.url(), beginning);
        }
        log.debug(Debug.SESSION, "initializing root model");
        return Promise.of(Optional.<JsonValue>empty()).map(beginning::start);
    }

    private <T> Promise<T> restore(
            ServerFrame.Start.FromSnapshot start, Beginning<T> beginning, LoadProgress progress) {
        log.debug(Debug.SNAPSHOT, "fetching snapshot " + start.url());
        Promise<T> replica = snapshots.load(start, progress, loaded -> {
            log.debug(Debug.SESSION, () -> "restoring " + SessionLog.size(loaded.image().length) + " of snapshot");
            return beginning.restore(loaded, start);
        });
        return translate(
                replica,
                e -> new UnreadableSnapshotException(
                        "the snapshot at " + start.url() + " cannot be used: " + e.getMessage()
                                + ". Reload; if that does not help, the file is lost or damaged and the session's operator"
                                + " has to look.",
                        e));
    }

    /**
     * The name in the envelope already proves this, unless whoever took the snapshot was wrong.
     *
     * @throws IllegalStateException if the replica that came of a snapshot is not at the number it was announced with
     */
    public static void check(VirtualMachine machine, ServerFrame.Start.FromSnapshot start) {
        if (machine.seq() != (int) start.seq()) {
            throw new IllegalStateException(
                    "it was taken at #" + Integer.toUnsignedString(machine.seq()) + ", not at #" + start.seq());
        }
    }

    private <T> Promise<T> startFrom(String url, Beginning<T> beginning) {
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
        return translate(data, e -> unreadable(url, e)).map(json -> beginning.start(Optional.of(json)));
    }

    /** For the person first; what exactly is wrong with which file is for the console. */
    private UnreadablePersistentDataException unreadable(String url, Throwable cause) {
        log.warn("the saved data at " + url + " cannot be read: " + cause.getMessage());
        String why = cause instanceof CryptoException
                ? "it is damaged, or it was saved with another password"
                : String.valueOf(cause.getMessage());
        return new UnreadablePersistentDataException(
                "the saved data of \u201C" + plan.names().name() + "\u201D cannot be read: " + why
                        + ". Nothing was started, so nothing is overwritten. Reload; if that does not help, the server's"
                        + " operator can restore an older version (persistent id "
                        + plan.names().persistentId() + ").",
                cause);
    }

    private interface Translation {
        RuntimeException of(Throwable error);
    }

    private static <T> Promise<T> translate(Promise<T> promise, Translation translation) {
        Promise<T> translated = new Promise<>();
        promise.then(
                translated::resolve,
                error -> translated.fail(error instanceof BrokenModelException ? error : translation.of(error)));
        return translated;
    }
}
