package org.multisynq4j.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;

/**
 * Who joins or leaves: a view id, with encrypted view data if the app gave any. On the wire a text, an array {@code [viewId, location]} or an object
 * {@code {id, data, location}}.
 *
 * @param json exactly what was received or is to be sent
 */
public record Participant(JsonValue json) {
    /** A participant without view data. */
    public static Participant of(String viewId) {
        return new Participant(new JsonString(viewId));
    }

    /** A participant with encrypted view data. */
    public static Participant of(String viewId, String encryptedData) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("id", new JsonString(viewId));
        members.put("data", new JsonString(encryptedData));
        return new Participant(new JsonObject(members));
    }

    /** Empty if the value is none of the three forms. */
    static Optional<Participant> read(JsonValue json) {
        Participant participant = new Participant(json);
        return participant.findViewId().isEmpty() ? Optional.empty() : Optional.of(participant);
    }

    /** The view id; never empty in a participant that was read. */
    public String viewId() {
        return findViewId().orElse("");
    }

    /** Encrypted view data. */
    public Optional<String> data() {
        return json instanceof JsonObject object ? object.string("data") : Optional.empty();
    }

    private Optional<String> findViewId() {
        if (json instanceof JsonString text) {
            return nonEmpty(text.value());
        }
        if (json instanceof JsonArray array) {
            return array.size() > 0 && array.get(0) instanceof JsonString text
                    ? nonEmpty(text.value())
                    : Optional.empty();
        }
        return json instanceof JsonObject object ? object.string("id").filter(id -> !id.isEmpty()) : Optional.empty();
    }

    private static Optional<String> nonEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
