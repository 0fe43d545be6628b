package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.multisynq4j.teavm.library.java.util.Tree.Node;

/** The sorted map of a range of a tree. */
class TreeView<K, V> extends AbstractMap<K, V> implements NavigableMap<K, V>, java.io.Serializable {
    private static final long serialVersionUID = 1;

    final transient TreeRange<K, V> range;

    TreeView(TreeRange<K, V> range) {
        this.range = range;
    }

    private static <K> K key(Node<K, ?> node) {
        return node == null ? null : node.getKey();
    }

    private static <K> K presentKey(Node<K, ?> node) {
        if (node == null) {
            throw new NoSuchElementException();
        }
        return node.getKey();
    }

    private static <K, V> Map.Entry<K, V> copy(Node<K, V> node) {
        return node == null ? null : new SimpleImmutableEntry<>(node);
    }

    private Map.Entry<K, V> poll(Node<K, V> node) {
        if (node != null) {
            range.tree.remove(node);
        }
        return copy(node);
    }

    @Override
    public int size() {
        return range.size();
    }

    @Override
    public boolean isEmpty() {
        return range.first() == null;
    }

    @Override
    public boolean containsKey(Object key) {
        return range.find(key) != null;
    }

    @Override
    public boolean containsValue(Object value) {
        return range.holdsValue(value);
    }

    @Override
    public V get(Object key) {
        Node<K, V> node = range.find(key);
        return node == null ? null : node.getValue();
    }

    @Override
    public V put(K key, V value) {
        range.check(key);
        return range.tree.put(key, value, true);
    }

    @Override
    public V putIfAbsent(K key, V value) {
        range.check(key);
        return range.tree.put(key, value, false);
    }

    @Override
    public V remove(Object key) {
        Node<K, V> node = range.find(key);
        if (node == null) {
            return null;
        }
        range.tree.remove(node);
        return node.getValue();
    }

    @Override
    public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
        Objects.requireNonNull(function);
        if (!range.includes(key)) {
            if (function.apply(key) == null) {
                return null;
            }
            range.check(key);
        }
        Node<K, V> node = range.tree.find(key);
        if (node != null && node.getValue() != null) {
            return node.getValue();
        }
        return store(key, node, unchanged(k -> function.apply(k), key));
    }

    @Override
    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        Node<K, V> node = range.find(key);
        if (node == null || node.getValue() == null) {
            return null;
        }
        return storeOrRemove(key, node, unchanged(k -> function.apply(k, node.getValue()), key));
    }

    @Override
    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        if (!range.includes(key)) {
            if (function.apply(key, null) == null) {
                return null;
            }
            range.check(key);
        }
        Node<K, V> node = range.tree.find(key);
        V before = node == null ? null : node.getValue();
        return storeOrRemove(key, node, unchanged(k -> function.apply(k, before), key));
    }

    @Override
    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        Objects.requireNonNull(value);
        range.check(key);
        Node<K, V> node = range.tree.find(key);
        V before = node == null ? null : node.getValue();
        return storeOrRemove(key, node, before == null ? value : unchanged(k -> function.apply(before, value), key));
    }

    private V unchanged(Function<K, V> function, K key) {
        int before = range.tree.changes;
        V value = function.apply(key);
        range.tree.checkUnchanged(before);
        return value;
    }

    private V store(K key, Node<K, V> node, V value) {
        if (node != null) {
            node.setValue(value);
        } else if (value != null) {
            range.tree.put(key, value, true);
        }
        return value;
    }

    private V storeOrRemove(K key, Node<K, V> node, V value) {
        if (value == null && node != null) {
            range.tree.remove(node);
            return null;
        }
        return store(key, node, value);
    }

    @Override
    public Comparator<? super K> comparator() {
        return range.order();
    }

    @Override
    public K firstKey() {
        return presentKey(range.first());
    }

    @Override
    public K lastKey() {
        return presentKey(range.last());
    }

    @Override
    public Map.Entry<K, V> firstEntry() {
        return copy(range.first());
    }

    @Override
    public Map.Entry<K, V> lastEntry() {
        return copy(range.last());
    }

    @Override
    public Map.Entry<K, V> pollFirstEntry() {
        return poll(range.first());
    }

    @Override
    public Map.Entry<K, V> pollLastEntry() {
        return poll(range.last());
    }

    @Override
    public Map.Entry<K, V> lowerEntry(K key) {
        return copy(range.near(key, false, false));
    }

    @Override
    public K lowerKey(K key) {
        return key(range.near(key, false, false));
    }

    @Override
    public Map.Entry<K, V> floorEntry(K key) {
        return copy(range.near(key, false, true));
    }

    @Override
    public K floorKey(K key) {
        return key(range.near(key, false, true));
    }

    @Override
    public Map.Entry<K, V> ceilingEntry(K key) {
        return copy(range.near(key, true, true));
    }

    @Override
    public K ceilingKey(K key) {
        return key(range.near(key, true, true));
    }

    @Override
    public Map.Entry<K, V> higherEntry(K key) {
        return copy(range.near(key, true, false));
    }

    @Override
    public K higherKey(K key) {
        return key(range.near(key, true, false));
    }

    @Override
    public NavigableMap<K, V> descendingMap() {
        return new TreeView<>(range.reversed());
    }

    @Override
    public NavigableMap<K, V> subMap(K from, boolean fromInclusive, K to, boolean toInclusive) {
        return new TreeView<>(range.part(range.bound(from, fromInclusive), range.bound(to, toInclusive)));
    }

    @Override
    public NavigableMap<K, V> headMap(K to, boolean inclusive) {
        return new TreeView<>(range.part(null, range.bound(to, inclusive)));
    }

    @Override
    public NavigableMap<K, V> tailMap(K from, boolean inclusive) {
        return new TreeView<>(range.part(range.bound(from, inclusive), null));
    }

    @Override
    public SortedMap<K, V> subMap(K from, K to) {
        return subMap(from, true, to, false);
    }

    @Override
    public SortedMap<K, V> headMap(K to) {
        return headMap(to, false);
    }

    @Override
    public SortedMap<K, V> tailMap(K from) {
        return tailMap(from, true);
    }

    @Override
    public Set<K> keySet() {
        return navigableKeySet();
    }

    @Override
    public NavigableSet<K> navigableKeySet() {
        return new TreeKeys<>(this);
    }

    @Override
    public NavigableSet<K> descendingKeySet() {
        return descendingMap().navigableKeySet();
    }

    @Override
    public Collection<V> values() {
        return new ValueView<>(this, range);
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new EntryView<>(this, range);
    }

    @Override
    public void clear() {
        range.clear();
    }
}
