package org.multisynq4j.json;

import java.util.Objects;

/** A text of UTF-16 code units; unpaired surrogates are kept as they are. */
public record JsonString(String value) implements JsonValue {
    public JsonString {
        Objects.requireNonNull(value, "value");
    }
}
