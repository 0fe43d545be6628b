package org.multisynq4j.model;

import org.multisynq4j.json.JsonNull;
import org.multisynq4j.json.JsonValue;

/** No data was saved. */
final class NothingPersisted extends Persisted {
    static final NothingPersisted INSTANCE = new NothingPersisted();

    private NothingPersisted() {}

    @Override
    public boolean isPresent() {
        return false;
    }

    @Override
    public <T> T as(Class<T> type) {
        throw new IllegalStateException("there is no persistent data; ask isPresent() first");
    }

    @Override
    public JsonValue json() {
        return JsonNull.NULL;
    }

    @Override
    public int version() {
        return 0;
    }

    @Override
    public Persisted get(String member) {
        return this;
    }

    @Override
    public IllegalArgumentException refuse(String reason) {
        return new IllegalArgumentException(reason);
    }
}
