package org.multisynq4j.data;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonBoolean;
import org.multisynq4j.json.JsonNull;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.snapshot.TypeCatalog;

/** Writes Java data as JSON; anything JSON cannot hold is an error naming the path. */
final class DataWriter {
    private static final double EXACT_LONGS = 9007199254740992.0;

    private final TypeCatalog catalog;

    DataWriter(TypeCatalog catalog) {
        this.catalog = catalog;
    }

    JsonValue write(Object value, String path, int depth) {
        if (depth > DataMapper.MAX_DEPTH) {
            throw new DataException(path, "nested deeper than " + DataMapper.MAX_DEPTH + " levels; is there a cycle?");
        }
        if (value == null) {
            return JsonNull.NULL;
        } else if (value instanceof JsonValue json) {
            return json;
        } else if (value instanceof String text) {
            return new JsonString(text);
        } else if (value instanceof Boolean bool) {
            return JsonBoolean.of(bool);
        } else if (value instanceof Number number) {
            return number(number, path);
        } else if (value instanceof Character character) {
            return new JsonString(String.valueOf(character));
        } else if (value instanceof Enum<?> constant) {
            return new JsonString(constant.name());
        } else if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? write(optional.get(), path, depth) : JsonNull.NULL;
        } else if (value instanceof byte[] bytes) {
            return new JsonString(Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof Map<?, ?> map) {
            return map(map, path, depth);
        } else if (value instanceof Set<?> set && set.getClass() == HashSet.class && !(set instanceof LinkedHashSet)) {
            throw new DataException(
                    path, "a HashSet has no order that is the same everywhere; use LinkedHashSet or TreeSet");
        } else if (value instanceof Collection<?> collection) {
            return array(collection.toArray(), path, depth);
        } else if (value instanceof Object[] array) {
            return array(array, path, depth);
        } else if (value.getClass().isArray()) {
            return primitives(value, path, depth);
        } else if (RecordAccess.isRecord(value.getClass())) {
            return record(value, path, depth);
        }
        throw new DataException(
                path,
                value.getClass().getName()
                        + " cannot be saved; use a record, list, map, set, string, number, boolean, enum"
                        + " or byte[] (a time as its milliseconds)");
    }

    private static JsonValue number(Number number, String path) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new DataException(path, "JSON has no " + value);
        }
        if (number instanceof Long && (value >= EXACT_LONGS || value <= -EXACT_LONGS)) {
            throw new DataException(path, "a long beyond 2^53 is not exact as a number; save it as a string");
        }
        return new JsonNumber(value);
    }

    private JsonValue map(Map<?, ?> map, String path, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = key(entry.getKey(), path);
            if (members.put(key, write(entry.getValue(), path + "." + key, depth + 1)) != null) {
                throw new DataException(path, "two keys are both written as \"" + key + "\"");
            }
        }
        return new JsonObject(members);
    }

    private static String key(Object key, String path) {
        if (key instanceof String text) {
            return text;
        } else if (key instanceof Enum<?> constant) {
            return constant.name();
        } else if (key instanceof Integer || key instanceof Long || key instanceof Short || key instanceof Character) {
            return key.toString();
        }
        throw new DataException(
                path,
                "a map's keys must be strings, enums, whole numbers or characters, not "
                        + (key == null ? "null" : key.getClass().getName())
                        + "; save the entries as a list of records");
    }

    private JsonValue array(Object[] items, String path, int depth) {
        List<JsonValue> written = new ArrayList<>(items.length);
        for (int i = 0; i < items.length; i++) {
            written.add(write(items[i], path + "[" + i + "]", depth + 1));
        }
        return new JsonArray(written);
    }

    private JsonValue primitives(Object array, String path, int depth) {
        int length = java.lang.reflect.Array.getLength(array);
        Object[] boxed = new Object[length];
        for (int i = 0; i < length; i++) {
            boxed[i] = java.lang.reflect.Array.get(array, i);
        }
        return array(boxed, path, depth);
    }

    private JsonValue record(Object value, String path, int depth) {
        RecordAccess access = new RecordAccess(value.getClass(), catalog);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (TypeCatalog.Component component : access.components()) {
            String name = component.name();
            members.put(name, write(access.get(value, name), path + "." + name, depth + 1));
        }
        return new JsonObject(members);
    }
}
