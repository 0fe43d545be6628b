package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.multisynq4j.teavm.library.Substitute;

/** A map with a place for each constant of an enum; one that changes while it is gone through shows what is there when its turn comes. */
@Substitute
public class EnumMap<K extends Enum<K>, V> extends AbstractMap<K, V> implements Cloneable, java.io.Serializable {
    private static final long serialVersionUID = 1;

    private final Class<K> keyType;
    private final transient K[] keys;
    /** By ordinal; null where there is no such key. */
    private transient SimpleEntry<K, V>[] places;

    private transient int size;

    public EnumMap(Class<K> keyType) {
        this.keyType = keyType;
        keys = keyType.getEnumConstants();
        places = places(keys.length);
    }

    public EnumMap(EnumMap<K, ? extends V> other) {
        this(other.keyType);
        putAll(other);
    }

    public EnumMap(Map<K, ? extends V> other) {
        this(typeOf(other));
        putAll(other);
    }

    private static <K extends Enum<K>> Class<K> typeOf(Map<K, ?> other) {
        if (other instanceof EnumMap) {
            return ((EnumMap<K, ?>) other).keyType;
        }
        if (other.isEmpty()) {
            throw new IllegalArgumentException("an empty map does not tell which enum");
        }
        return other.keySet().iterator().next().getDeclaringClass();
    }

    @SuppressWarnings("unchecked")
    private static <K, V> SimpleEntry<K, V>[] places(int count) {
        return (SimpleEntry<K, V>[]) new SimpleEntry<?, ?>[count];
    }

    private SimpleEntry<K, V> find(Object key) {
        return key instanceof Enum<?> constant && constant.getDeclaringClass() == keyType
                ? places[constant.ordinal()]
                : null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    @Override
    public V get(Object key) {
        SimpleEntry<K, V> place = find(key);
        return place == null ? null : place.getValue();
    }

    @Override
    public V put(K key, V value) {
        Enum<?> constant = Objects.requireNonNull(key);
        if (constant.getDeclaringClass() != keyType) {
            throw new ClassCastException();
        }
        SimpleEntry<K, V> place = places[constant.ordinal()];
        if (place != null) {
            return place.setValue(value);
        }
        places[constant.ordinal()] = new SimpleEntry<>(key, value);
        size++;
        return null;
    }

    @Override
    public V remove(Object key) {
        SimpleEntry<K, V> place = find(key);
        if (place == null) {
            return null;
        }
        places[place.getKey().ordinal()] = null;
        size--;
        return place.getValue();
    }

    @Override
    public void clear() {
        places = places(keys.length);
        size = 0;
    }

    @Override
    public Set<K> keySet() {
        return new KeyView<>(this, new PlaceEntries());
    }

    @Override
    public Collection<V> values() {
        return new ValueView<>(this, new PlaceEntries());
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new EntryView<>(this, new PlaceEntries());
    }

    @Override
    public EnumMap<K, V> clone() {
        return new EnumMap<>(this);
    }

    private final class PlaceEntries implements Entries<K, V> {
        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            return new Cursor();
        }

        @Override
        public boolean holds(Object key, Object value) {
            SimpleEntry<K, V> place = find(key);
            return place != null && Objects.equals(value, place.getValue());
        }

        @Override
        public boolean removeKey(Object key) {
            int before = size;
            EnumMap.this.remove(key);
            return size != before;
        }
    }

    private final class Cursor implements Iterator<Map.Entry<K, V>> {
        private int next;
        private int passed = -1;

        @Override
        public boolean hasNext() {
            while (next < places.length && places[next] == null) {
                next++;
            }
            return next < places.length;
        }

        @Override
        public Map.Entry<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            passed = next++;
            return places[passed];
        }

        @Override
        public void remove() {
            if (passed < 0) {
                throw new IllegalStateException();
            }
            if (places[passed] != null) {
                places[passed] = null;
                size--;
            }
            passed = -1;
        }
    }
}
