package org.multisynq4j.teavm.library;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What {@code Map.of} of at most one entry gives; those of more have no order that is the same everywhere. */
final class FixedMap<K, V> extends ReadOnlyMap<K, V> implements java.io.Serializable {
    private static final long serialVersionUID = 1;

    private final transient Set<Map.Entry<K, V>> entries;

    private FixedMap(Set<Map.Entry<K, V>> entries) {
        this.entries = entries;
    }

    static <K, V> Map<K, V> of() {
        return new FixedMap<>(FixedSet.of());
    }

    static <K, V> Map<K, V> of(K key, V value) {
        return new FixedMap<>(FixedSet.of(Map.entry(key, value)));
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return entries;
    }

    @Override
    public V get(Object key) {
        return getOrDefault(key, null);
    }

    @Override
    public V getOrDefault(Object key, V other) {
        Objects.requireNonNull(key);
        for (Map.Entry<K, V> each : entries) {
            if (key.equals(each.getKey())) {
                return each.getValue();
            }
        }
        return other;
    }

    @Override
    public boolean containsKey(Object key) {
        return getOrDefault(key, null) != null;
    }

    @Override
    public boolean containsValue(Object value) {
        return super.containsValue(Objects.requireNonNull(value));
    }
}
