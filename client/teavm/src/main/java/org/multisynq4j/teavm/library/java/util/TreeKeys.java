package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedSet;

/** The keys of a sorted map. */
class TreeKeys<K> extends AbstractSet<K> implements NavigableSet<K> {
    private final NavigableMap<K, ?> map;

    TreeKeys(NavigableMap<K, ?> map) {
        this.map = map;
    }

    private static <K, V> Iterator<K> keys(NavigableMap<K, V> map) {
        // Not by way of the map's entries, which a class derived from it may show otherwise.
        return new MappedIterator<>(((TreeView<K, V>) map).range.iterator(), Map.Entry::getKey);
    }

    private static <K> K key(Map.Entry<K, ?> entry) {
        return entry == null ? null : entry.getKey();
    }

    @Override
    public Iterator<K> iterator() {
        return keys(map);
    }

    @Override
    public Iterator<K> descendingIterator() {
        return keys(map.descendingMap());
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public boolean contains(Object key) {
        return map.containsKey(key);
    }

    @Override
    public boolean remove(Object key) {
        int before = size();
        map.remove(key);
        return size() != before;
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public Comparator<? super K> comparator() {
        return map.comparator();
    }

    @Override
    public K first() {
        return map.firstKey();
    }

    @Override
    public K last() {
        return map.lastKey();
    }

    @Override
    public K lower(K key) {
        return map.lowerKey(key);
    }

    @Override
    public K floor(K key) {
        return map.floorKey(key);
    }

    @Override
    public K ceiling(K key) {
        return map.ceilingKey(key);
    }

    @Override
    public K higher(K key) {
        return map.higherKey(key);
    }

    @Override
    public K pollFirst() {
        return key(map.pollFirstEntry());
    }

    @Override
    public K pollLast() {
        return key(map.pollLastEntry());
    }

    /** The set that shows a part of this one's map. */
    NavigableSet<K> setOfPart(NavigableMap<K, ?> part) {
        return new TreeKeys<>(part);
    }

    @Override
    public NavigableSet<K> descendingSet() {
        return setOfPart(map.descendingMap());
    }

    @Override
    public NavigableSet<K> subSet(K from, boolean fromInclusive, K to, boolean toInclusive) {
        return setOfPart(map.subMap(from, fromInclusive, to, toInclusive));
    }

    @Override
    public NavigableSet<K> headSet(K to, boolean inclusive) {
        return setOfPart(map.headMap(to, inclusive));
    }

    @Override
    public NavigableSet<K> tailSet(K from, boolean inclusive) {
        return setOfPart(map.tailMap(from, inclusive));
    }

    @Override
    public SortedSet<K> subSet(K from, K to) {
        return subSet(from, true, to, false);
    }

    @Override
    public SortedSet<K> headSet(K to) {
        return headSet(to, false);
    }

    @Override
    public SortedSet<K> tailSet(K from) {
        return tailSet(from, true);
    }
}
