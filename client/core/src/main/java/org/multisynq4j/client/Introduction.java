package org.multisynq4j.client;

import java.util.List;
import org.multisynq4j.client.control.SessionLog;
import org.multisynq4j.client.control.SessionNames;
import org.multisynq4j.client.control.SessionPlan;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.vm.EngineVersion;
import org.multisynq4j.vm.VmSettings;

/** What a session says of itself before it connects: how its ids came about, and which classes its model is made of. */
final class Introduction {
    private Introduction() {}

    static void write(SessionLog log, SessionPlan plan, JoinFields fields) {
        List<String> unknown =
                Debug.unknown(fields.urlOptions.map(url -> url.list("debug")).orElse(List.of()));
        if (!unknown.isEmpty()) {
            log.warn("debug=" + String.join(",", unknown) + " means nothing here; known are " + Debug.names());
        }
        log.debug(Debug.HASHING, () -> explainId(plan, fields));
        log.debug(Debug.CLASSES, () -> classes(plan));
    }

    /** All inputs of the ids, as people compare them. */
    static String explainId(SessionPlan plan, JoinFields fields) {
        SessionNames names = plan.names();
        JsonObject options = plan.vm().options();
        String model = plan.vm().rootModel().getName();
        return "persistentId " + names.persistentId() + " = hash of"
                + "\n  app " + names.appId()
                + "\n  name " + names.name()
                + "\n  persistent options " + text(options, fields, true)
                + "\nsessionId " + names.sessionId() + " = hash of"
                + "\n  this persistentId"
                + "\n  the other options " + text(options, fields, false) + maxPersistedBytes(fields)
                + "\n  codeHash " + names.codeHash() + " = hash of the code of " + model
                + " and all it reaches, and of the engine's version " + EngineVersion.FORMAT
                + "\nThose who meet have the same sessionId. Another persistentId: app, name or persistent options differ."
                + " Another codeHash: the model's code differs; multisynq4j-server.jar diff-hash A.jar B.jar " + model
                + " names what.";
    }

    private static String text(JsonObject options, JoinFields fields, boolean persistent) {
        return Json.writeStable(JoinOptions.select(options, fields.persistentOptions, persistent));
    }

    private static String maxPersistedBytes(JoinFields fields) {
        return fields.maxPersistedBytes == VmSettings.DEFAULT_MAX_PERSISTED_BYTES
                ? ""
                : "\n  maxPersistedBytes " + fields.maxPersistedBytes;
    }

    private static String classes(SessionPlan plan) {
        StringBuilder names = new StringBuilder("classes of the model:");
        for (Class<?> type : plan.vm().catalog().classes()) {
            names.append("\n  ").append(type.getName());
        }
        return names.toString();
    }
}
