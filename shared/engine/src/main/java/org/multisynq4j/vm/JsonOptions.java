package org.multisynq4j.vm;

import java.util.Optional;
import org.multisynq4j.data.DataMapper;
import org.multisynq4j.json.JsonNull;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.Options;

/** The session's options: a JSON object, so that all participants see the same whatever they were given as. */
final class JsonOptions extends Options {
    private final JsonObject json;
    private final DataMapper mapper;

    JsonOptions(JsonObject json, DataMapper mapper) {
        this.json = json;
        this.mapper = mapper;
    }

    @Override
    public boolean isEmpty() {
        return json.members().isEmpty();
    }

    @Override
    public <T> T as(Class<T> type) {
        return mapper.fromJson(json, type);
    }

    @Override
    public <T> Optional<T> get(String name, Class<T> type) {
        Optional<JsonValue> member = json.get(name).filter(value -> !(value instanceof JsonNull));
        return member.map(value -> mapper.fromJson(value, type));
    }
}
