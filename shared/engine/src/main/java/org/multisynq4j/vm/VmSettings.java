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
 */
public record VmSettings(
        String sessionId,
        Class<? extends Model> rootModel,
        JsonObject options,
        TypeCatalog catalog,
        CodecLimits limits) {}
