package org.multisynq4j.json;

import java.util.List;

/** One JSON value; immutable. Switch over the permitted types to handle all of them. */
public sealed interface JsonValue permits JsonNull, JsonBoolean, JsonNumber, JsonString, JsonArray, JsonObject {

    static JsonValue of(String value) {
        return new JsonString(value);
    }

    /** @throws IllegalArgumentException if the value is NaN or infinite, which JSON cannot say. */
    static JsonValue of(double value) {
        return new JsonNumber(value);
    }

    static JsonValue of(boolean value) {
        return JsonBoolean.of(value);
    }

    static JsonValue of(JsonValue... items) {
        return new JsonArray(List.of(items));
    }

    static JsonValue of(List<JsonValue> items) {
        return new JsonArray(items);
    }

    static JsonValue nullValue() {
        return JsonNull.NULL;
    }
}
