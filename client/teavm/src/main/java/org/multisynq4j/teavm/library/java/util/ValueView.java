package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The values of a map; taking one away takes its entry from the map. */
final class ValueView<K, V> extends AbstractCollection<V> {
    private final Map<K, V> map;
    private final Entries<K, V> entries;

    ValueView(Map<K, V> map, Entries<K, V> entries) {
        this.map = map;
        this.entries = entries;
    }

    @Override
    public Iterator<V> iterator() {
        return new MappedIterator<>(entries.iterator(), Map.Entry::getValue);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public boolean contains(Object value) {
        return map.containsValue(value);
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public void forEach(Consumer<? super V> action) {
        Objects.requireNonNull(action);
        entries.each(entry -> action.accept(entry.getValue()));
    }
}
