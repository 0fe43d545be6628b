package org.multisynq4j.vm;

import org.multisynq4j.json.JsonObject;
import org.multisynq4j.model.Model;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.TypeCatalog;

/**
 * What a replica needs to know before it can run.
 *
 * @param sessionId seeds the random numbers
 * @param rootModel the class of the first model
 * @param options the session's options; part of the session id
 * @param catalog the application's classes
 * @param limits bounds for snapshots and payloads
 * @param maxPersistedBytes the longest persistent data, in bytes of JSON; the same in all replicas, because what is refused is not saved anywhere
 */
public record VmSettings(
        String sessionId,
        Class<? extends Model> rootModel,
        JsonObject options,
        TypeCatalog catalog,
        CodecLimits limits,
        int maxPersistedBytes) {
    /** 16 MiB. */
    public static final int DEFAULT_MAX_PERSISTED_BYTES = 16 * 1024 * 1024;

    /** 128 MiB: sealed and compressed by one participant at a time, and what a server accepts as one file by default. */
    public static final int HIGHEST_MAX_PERSISTED_BYTES = 128 * 1024 * 1024;

    /** With the default limit for persistent data. */
    public VmSettings(
            String sessionId,
            Class<? extends Model> rootModel,
            JsonObject options,
            TypeCatalog catalog,
            CodecLimits limits) {
        this(sessionId, rootModel, options, catalog, limits, DEFAULT_MAX_PERSISTED_BYTES);
    }
}
