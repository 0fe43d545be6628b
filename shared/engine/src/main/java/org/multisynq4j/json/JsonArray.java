package org.multisynq4j.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** An immutable sequence of values. The list given is copied. */
public record JsonArray(List<JsonValue> items) implements JsonValue, Iterable<JsonValue> {
    public static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
        List<JsonValue> copy = new ArrayList<>(items);
        for (JsonValue item : copy) {
            Objects.requireNonNull(item, "an item of a JSON array is null: use JsonNull.NULL");
        }
        items = Collections.unmodifiableList(copy);
    }

    public int size() {
        return items.size();
    }

    /** @throws IndexOutOfBoundsException if there is no such item. */
    public JsonValue get(int index) {
        return items.get(index);
    }

    @Override
    public Iterator<JsonValue> iterator() {
        return items.iterator();
    }
}
