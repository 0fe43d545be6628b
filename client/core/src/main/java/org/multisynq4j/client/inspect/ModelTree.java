package org.multisynq4j.client.inspect;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonBoolean;
import org.multisynq4j.json.JsonNull;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.Action;
import org.multisynq4j.model.Collector;
import org.multisynq4j.model.FutureMessage;
import org.multisynq4j.model.Handler;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Subscription;

/**
 * A model and everything it refers to as a JSON tree for people to read: all fields, private ones too, but not {@code transient} ones.
 *
 * <p>Not a format to store: what refers back to something already shown, lies deeper than {@value #MAX_DEPTH} levels or comes after {@value #MAX_NODES} nodes is
 * replaced by a short text in parentheses.
 */
public final class ModelTree {
    public static final int MAX_DEPTH = 30;
    public static final int MAX_NODES = 50_000;

    private final Set<Object> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int maxDepth;
    private int nodes;

    private ModelTree(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /** The tree below this object. */
    public static JsonValue of(Object root) {
        return of(root, MAX_DEPTH);
    }

    /** The tree below this object, at most so many levels of it. */
    public static JsonValue of(Object root, int maxDepth) {
        return new ModelTree(Math.min(maxDepth, MAX_DEPTH)).value(root, 0);
    }

    private JsonValue value(Object value, int depth) {
        if (value == null) {
            return JsonNull.NULL;
        }
        if (value instanceof Number number) {
            return number(number.doubleValue());
        }
        if (value instanceof Boolean bool) {
            return JsonBoolean.of(bool);
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) {
            return new JsonString(value.toString());
        }
        if (value instanceof Optional<?> optional) {
            return value(optional.orElse(null), depth);
        }
        if (isEngineHandle(value)) {
            return new JsonString("(" + kind(value) + ")");
        }
        if (++nodes > MAX_NODES || depth > maxDepth) {
            return new JsonString("(more)");
        }
        if (!shown.add(value)) {
            return new JsonString(value instanceof Model model ? "(model " + model.id() + ")" : "(again)");
        }
        return structure(value, depth + 1);
    }

    private JsonValue structure(Object value, int depth) {
        if (value instanceof Iterable<?> items) {
            List<JsonValue> list = new ArrayList<>();
            items.forEach(item -> list.add(value(item, depth)));
            return new JsonArray(list);
        }
        if (value instanceof Map<?, ?> map) {
            JsonObject.Builder object = JsonObject.builder();
            map.forEach((key, entry) -> object.put(key(key), value(entry, depth)));
            return object.build();
        }
        if (value.getClass().isArray()) {
            List<JsonValue> list = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                list.add(value(Array.get(value, i), depth));
            }
            return new JsonArray(list);
        }
        return fields(value, depth);
    }

    private JsonValue fields(Object value, int depth) {
        Map<String, JsonValue> members = new TreeMap<>();
        for (Class<?> type = value.getClass(); isApplication(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
                    members.putIfAbsent(field.getName(), value(read(field, value), depth));
                }
            }
        }
        JsonObject.Builder object = JsonObject.builder();
        if (value instanceof Model model) {
            object.put("id", model.id());
        }
        members.forEach(object::put);
        return object.build();
    }

    static boolean isApplication(Class<?> type) {
        return type != null && type != Model.class && !type.getName().startsWith("java.");
    }

    static Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            return "(hidden)";
        }
    }

    private static boolean isEngineHandle(Object value) {
        return value instanceof Action
                || value instanceof Handler<?>
                || value instanceof Collector<?>
                || value instanceof Subscription
                || value instanceof FutureMessage;
    }

    private static String kind(Object value) {
        if (value instanceof FutureMessage future) {
            return future.isPending() ? "future message" : "past message";
        }
        return value instanceof Subscription ? "subscription" : "function";
    }

    private static JsonValue number(double value) {
        boolean finite = Math.abs(value) <= Double.MAX_VALUE;
        return finite ? new JsonNumber(value) : new JsonString("(" + value + ")");
    }

    static String key(Object key) {
        return key instanceof Model model ? model.id() : String.valueOf(key);
    }
}
