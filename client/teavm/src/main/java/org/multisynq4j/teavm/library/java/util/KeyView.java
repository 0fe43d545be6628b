package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The keys of a map that is not sorted; taking one away takes its entry from the map. */
final class KeyView<K, V> extends AbstractSet<K> {
    private final Map<K, V> map;
    private final Entries<K, V> entries;

    KeyView(Map<K, V> map, Entries<K, V> entries) {
        this.map = map;
        this.entries = entries;
    }

    @Override
    public Iterator<K> iterator() {
        return new MappedIterator<>(entries.iterator(), Map.Entry::getKey);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public boolean contains(Object key) {
        return map.containsKey(key);
    }

    @Override
    public boolean remove(Object key) {
        return entries.removeKey(key);
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public void forEach(Consumer<? super K> action) {
        Objects.requireNonNull(action);
        entries.each(entry -> action.accept(entry.getKey()));
    }
}
