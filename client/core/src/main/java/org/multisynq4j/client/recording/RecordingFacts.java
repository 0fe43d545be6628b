package org.multisynq4j.client.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.error.UnreadableRecordingException;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.protocol.ServerFrame.Start;

/**
 * What a recording says of itself in clear: no more than the server knows, and the session's name if whoever recorded it knew it, because the password opens
 * nothing without it.
 *
 * @param checkWord as in SYNC; tells another password
 * @param name empty if not known
 * @param start what the first replica of the recording was made from
 * @param snapshots later snapshots whose files are in the recording, oldest first, to compare with on the way
 * @param timeMs how far the session had come, in ms of teatime
 * @param messages how many the log holds
 * @param recordedAtMs when, in ms since 1970
 * @param by who recorded it: {@code wasm}, {@code js}, {@code jvm}, or {@code server}
 */
public record RecordingFacts(
        String sessionId,
        String appId,
        String persistentId,
        String codeHash,
        String checkWord,
        String name,
        Start start,
        List<Start.FromSnapshot> snapshots,
        long timeMs,
        int messages,
        long recordedAtMs,
        String by) {
    public RecordingFacts {
        snapshots = List.copyOf(snapshots);
    }

    JsonObject toJson() {
        List<JsonValue> later = new ArrayList<>();
        for (Start.FromSnapshot snapshot : snapshots) {
            later.add(json(snapshot));
        }
        return JsonObject.builder()
                .put("sessionId", sessionId)
                .put("appId", appId)
                .put("persistentId", persistentId)
                .put("codeHash", codeHash)
                .put("tove", checkWord)
                .put("name", name)
                .put("start", json(start))
                .put("snapshots", new JsonArray(later))
                .put("time", timeMs)
                .put("messages", messages)
                .put("recordedAt", recordedAtMs)
                .put("by", by)
                .build();
    }

    private static JsonObject json(Start start) {
        JsonObject.Builder json = JsonObject.builder();
        if (start instanceof Start.FromSnapshot snapshot) {
            json.put("snapshot", snapshot.url()).put("time", snapshot.timeMs()).put("seq", snapshot.seq());
        } else if (start instanceof Start.FromPersisted persisted) {
            json.put("persisted", persisted.url());
        }
        return json.build();
    }

    /** @throws UnreadableRecordingException if something is missing */
    static RecordingFacts of(JsonObject json) {
        List<Start.FromSnapshot> later = new ArrayList<>();
        json.array("snapshots").ifPresent(list -> {
            for (JsonValue each : list) {
                if (each instanceof JsonObject object && start(object) instanceof Start.FromSnapshot snapshot) {
                    later.add(snapshot);
                }
            }
        });
        return new RecordingFacts(
                text(json, "sessionId"),
                text(json, "appId"),
                text(json, "persistentId"),
                text(json, "codeHash"),
                text(json, "tove"),
                text(json, "name"),
                start(json.object("start").orElseThrow(() -> missing("start"))),
                later,
                (long) number(json, "time"),
                (int) number(json, "messages"),
                (long) number(json, "recordedAt"),
                text(json, "by"));
    }

    private static Start start(JsonObject json) {
        Optional<String> snapshot = json.string("snapshot");
        if (snapshot.isPresent()) {
            return new Start.FromSnapshot(snapshot.get(), (long) number(json, "time"), (long) number(json, "seq"));
        }
        return json.string("persisted").<Start>map(Start.FromPersisted::new).orElseGet(Start.Fresh::new);
    }

    static String text(JsonObject json, String name) {
        return json.string(name).orElseThrow(() -> missing(name));
    }

    static double number(JsonObject json, String name) {
        double number = json.number(name).orElseThrow(() -> missing(name));
        if (!(Math.abs(number) < 0x1p53)) {
            throw new UnreadableRecordingException("it is damaged: \"" + name + "\" is " + number);
        }
        return number;
    }

    private static UnreadableRecordingException missing(String name) {
        return new UnreadableRecordingException("it is damaged: it does not say \"" + name + "\"");
    }
}
