package org.multisynq4j.vm;

import java.util.Map;
import java.util.Optional;
import org.multisynq4j.data.DataMapper;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.Options;

/** What one model passed to another it creates: the object itself. */
final class ObjectOptions extends Options {
    private final Object value;
    private final DataMapper mapper;

    ObjectOptions(Object value, DataMapper mapper) {
        this.value = value;
        this.mapper = mapper;
    }

    @Override
    public boolean isEmpty() {
        return value instanceof Map<?, ?> map && map.isEmpty();
    }

    @Override
    public <T> T as(Class<T> type) {
        return type.isInstance(value) ? type.cast(value) : mapper.fromJson(mapper.toJson(value), type);
    }

    @Override
    public <T> Optional<T> get(String name, Class<T> type) {
        if (value instanceof Map<?, ?> map && (map.get(name) == null || type.isInstance(map.get(name)))) {
            return Optional.ofNullable(map.get(name)).map(type::cast);
        }
        JsonValue json = mapper.toJson(value);
        return json instanceof JsonObject object ? new JsonOptions(object, mapper).get(name, type) : Optional.empty();
    }
}
