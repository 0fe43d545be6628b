package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The entries of a map; taking one away takes it from the map. */
final class EntryView<K, V> extends AbstractSet<Map.Entry<K, V>> {
    private final Map<K, V> map;
    private final Entries<K, V> entries;

    EntryView(Map<K, V> map, Entries<K, V> entries) {
        this.map = map;
        this.entries = entries;
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        return entries.iterator();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public boolean contains(Object entry) {
        return entry instanceof Map.Entry<?, ?> wanted && entries.holds(wanted.getKey(), wanted.getValue());
    }

    @Override
    public boolean remove(Object entry) {
        return entry instanceof Map.Entry<?, ?> wanted && entries.removeEntry(wanted.getKey(), wanted.getValue());
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public void forEach(Consumer<? super Map.Entry<K, V>> action) {
        entries.each(Objects.requireNonNull(action));
    }
}
