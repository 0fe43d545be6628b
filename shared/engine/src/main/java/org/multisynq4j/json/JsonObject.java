package org.multisynq4j.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Members by name in the order of their insertion; immutable. The map given is copied.
 *
 * <p>The typed readers ({@link #string}, {@link #number}, …) are empty both when the member is missing and when it has another type: a caller that
 * must tell these apart uses {@link #get}.
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
        Map<String, JsonValue> copy = new LinkedHashMap<>(members);
        for (Map.Entry<String, JsonValue> member : copy.entrySet()) {
            Objects.requireNonNull(member.getKey(), "a member of a JSON object has no name");
            if (member.getValue() == null) {
                throw new NullPointerException(
                        "member '" + member.getKey() + "' is null: use JsonNull.NULL or leave it out");
            }
        }
        members = Collections.unmodifiableMap(copy);
    }

    public static Builder builder() {
        return new Builder();
    }

    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public Optional<String> string(String name) {
        return members.get(name) instanceof JsonString string ? Optional.of(string.value()) : Optional.empty();
    }

    public OptionalDouble number(String name) {
        return members.get(name) instanceof JsonNumber number
                ? OptionalDouble.of(number.value())
                : OptionalDouble.empty();
    }

    public Optional<Boolean> bool(String name) {
        return members.get(name) instanceof JsonBoolean bool ? Optional.of(bool.value()) : Optional.empty();
    }

    public Optional<JsonArray> array(String name) {
        return members.get(name) instanceof JsonArray array ? Optional.of(array) : Optional.empty();
    }

    public Optional<JsonObject> object(String name) {
        return members.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    /** Collects members in order; a name put twice keeps its first place and its last value. */
    public static final class Builder {
        private final Map<String, JsonValue> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String name, JsonValue value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, new JsonString(value));
        }

        /** @throws IllegalArgumentException if the value is NaN or infinite. */
        public Builder put(String name, double value) {
            return put(name, new JsonNumber(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, JsonBoolean.of(value));
        }

        public Builder putNull(String name) {
            return put(name, JsonNull.NULL);
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
