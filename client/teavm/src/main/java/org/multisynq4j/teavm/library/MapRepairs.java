package org.multisynq4j.teavm.library;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Of {@code Map}: what its factories give may not be asked for null; and the methods that a map inherits forget about null values. */
public final class MapRepairs {
    private MapRepairs() {}

    public static Map<?, ?> of() {
        return FixedMap.of();
    }

    public static Map<?, ?> of(Object key, Object value) {
        return FixedMap.of(key, value);
    }

    /** TeaVM leaves a key in the map whose value is null. */
    @SuppressWarnings("unchecked")
    public static Object compute(Map<?, ?> self, Object key, BiFunction<?, ?, ?> function) {
        Objects.requireNonNull(function);
        Map<Object, Object> map = (Map<Object, Object>) self;
        Object before = map.get(key);
        Object value = ((BiFunction<Object, Object, Object>) function).apply(key, before);
        return store(map, key, before, value);
    }

    /** TeaVM takes null for a value. */
    @SuppressWarnings("unchecked")
    public static Object merge(Map<?, ?> self, Object key, Object value, BiFunction<?, ?, ?> function) {
        Objects.requireNonNull(function);
        Objects.requireNonNull(value);
        Map<Object, Object> map = (Map<Object, Object>) self;
        Object before = map.get(key);
        Object merged = before == null ? value : ((BiFunction<Object, Object, Object>) function).apply(before, value);
        return store(map, key, before, merged);
    }

    private static Object store(Map<Object, Object> map, Object key, Object before, Object value) {
        if (value != null) {
            map.put(key, value);
        } else if (before != null || map.containsKey(key)) {
            map.remove(key);
        }
        return value;
    }
}
