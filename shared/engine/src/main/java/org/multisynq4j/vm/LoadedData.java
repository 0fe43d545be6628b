package org.multisynq4j.vm;

import org.multisynq4j.data.DataMapper;
import org.multisynq4j.json.JsonNull;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.Persisted;

/** Saved data given to init; a failed reading makes saving refused, even if the model catches the exception. */
final class LoadedData extends Persisted {
    private final JsonValue json;
    private final DataMapper mapper;
    private final Runnable onFailure;

    LoadedData(JsonValue json, DataMapper mapper, Runnable onFailure) {
        this.json = json;
        this.mapper = mapper;
        this.onFailure = onFailure;
    }

    @Override
    public boolean isPresent() {
        return true;
    }

    @Override
    public <T> T as(Class<T> type) {
        try {
            return mapper.fromJson(json, type);
        } catch (RuntimeException e) {
            onFailure.run();
            throw e;
        }
    }

    @Override
    public JsonValue json() {
        return json;
    }

    @Override
    public int version() {
        if (json instanceof JsonObject object && object.get("version").orElse(null) instanceof JsonNumber number) {
            double value = number.value();
            return value == (int) value ? (int) value : 0;
        }
        return 0;
    }

    @Override
    public Persisted get(String member) {
        if (json instanceof JsonObject object) {
            JsonValue value = object.get(member).orElse(JsonNull.NULL);
            if (!(value instanceof JsonNull)) {
                return new LoadedData(value, mapper, onFailure);
            }
        }
        return Persisted.none();
    }

    @Override
    public IllegalArgumentException refuse(String reason) {
        onFailure.run();
        return new IllegalArgumentException(reason);
    }
}
