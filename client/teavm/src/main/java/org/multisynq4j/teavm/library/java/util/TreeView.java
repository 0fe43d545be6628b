package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
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

/** A sorted map: those keys of a tree that are within bounds, upwards or downwards. */
class TreeView<K, V> extends AbstractMap<K, V> implements NavigableMap<K, V>, java.io.Serializable {
    private static final long serialVersionUID = 1;

    transient Tree<K, V> tree;
    private final transient Bound<K> low;
    private final transient Bound<K> high;
    private final boolean down;

    /** An end of the range; where there is none, it is null. */
    record Bound<K>(K key, boolean inclusive) {}

    TreeView(Tree<K, V> tree, Bound<K> low, Bound<K> high, boolean down) {
        this.tree = tree;
        this.low = low;
        this.high = high;
        this.down = down;
        if (low != null && high != null) {
            if (tree.compare(low.key, high.key) > 0) {
                throw new IllegalArgumentException("the first key comes after the last");
            }
        } else if (low != null) {
            tree.compare(low.key, low.key);
        } else if (high != null) {
            tree.compare(high.key, high.key);
        }
    }

    private boolean tooLow(Object key) {
        if (low == null) {
            return false;
        }
        int c = tree.compare(key, low.key);
        return c < 0 || c == 0 && !low.inclusive;
    }

    private boolean tooHigh(Object key) {
        if (high == null) {
            return false;
        }
        int c = tree.compare(key, high.key);
        return c > 0 || c == 0 && !high.inclusive;
    }

    private boolean inRange(Object key) {
        return !tooLow(key) && !tooHigh(key);
    }

    private void checkInRange(Object key) {
        if (!inRange(key)) {
            throw new IllegalArgumentException("key out of range");
        }
    }

    private Bound<K> checked(K key, boolean inclusive) {
        boolean fits = inclusive
                ? inRange(key)
                : (low == null || tree.compare(key, low.key) >= 0)
                        && (high == null || tree.compare(high.key, key) >= 0);
        if (!fits) {
            throw new IllegalArgumentException("key out of range");
        }
        return new Bound<>(key, inclusive);
    }

    private Node<K, V> find(Object key) {
        return inRange(key) ? tree.find(key) : null;
    }

    private Node<K, V> lowest() {
        Node<K, V> node = low == null ? tree.first : tree.above(low.key, low.inclusive);
        return node == null || tooHigh(node.getKey()) ? null : node;
    }

    private Node<K, V> highest() {
        Node<K, V> node = high == null ? tree.last : tree.below(high.key, high.inclusive);
        return node == null || tooLow(node.getKey()) ? null : node;
    }

    private Node<K, V> start() {
        return down ? highest() : lowest();
    }

    private Node<K, V> end() {
        return down ? lowest() : highest();
    }

    /** The nearest node on a side of a key, seen in the view's direction. */
    private Node<K, V> near(K key, boolean later, boolean orEqual) {
        if (later != down) {
            if (tooLow(key)) {
                return lowest();
            }
            Node<K, V> node = tree.above(key, orEqual);
            return node == null || tooHigh(node.getKey()) ? null : node;
        }
        if (tooHigh(key)) {
            return highest();
        }
        Node<K, V> node = tree.below(key, orEqual);
        return node == null || tooLow(node.getKey()) ? null : node;
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
            tree.remove(node);
        }
        return copy(node);
    }

    @Override
    public int size() {
        if (low == null && high == null) {
            return tree.size;
        }
        int size = 0;
        for (Iterator<?> i = nodes(); i.hasNext(); i.next()) {
            size++;
        }
        return size;
    }

    @Override
    public boolean isEmpty() {
        return lowest() == null;
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    @Override
    public boolean containsValue(Object value) {
        return values().contains(value);
    }

    @Override
    public V get(Object key) {
        Node<K, V> node = find(key);
        return node == null ? null : node.getValue();
    }

    @Override
    public V put(K key, V value) {
        checkInRange(key);
        return tree.put(key, value, true);
    }

    @Override
    public V putIfAbsent(K key, V value) {
        checkInRange(key);
        return tree.put(key, value, false);
    }

    @Override
    public V remove(Object key) {
        Node<K, V> node = find(key);
        if (node == null) {
            return null;
        }
        tree.remove(node);
        return node.getValue();
    }

    @Override
    public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
        Objects.requireNonNull(function);
        if (!inRange(key)) {
            if (function.apply(key) == null) {
                return null;
            }
            checkInRange(key);
        }
        Node<K, V> node = tree.find(key);
        if (node != null && node.getValue() != null) {
            return node.getValue();
        }
        return store(key, node, unchanged(k -> function.apply(k), key));
    }

    @Override
    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        Node<K, V> node = find(key);
        if (node == null || node.getValue() == null) {
            return null;
        }
        return storeOrRemove(key, node, unchanged(k -> function.apply(k, node.getValue()), key));
    }

    @Override
    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        if (!inRange(key)) {
            if (function.apply(key, null) == null) {
                return null;
            }
            checkInRange(key);
        }
        Node<K, V> node = tree.find(key);
        V before = node == null ? null : node.getValue();
        return storeOrRemove(key, node, unchanged(k -> function.apply(k, before), key));
    }

    @Override
    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        Objects.requireNonNull(value);
        checkInRange(key);
        Node<K, V> node = tree.find(key);
        V before = node == null ? null : node.getValue();
        return storeOrRemove(key, node, before == null ? value : unchanged(k -> function.apply(before, value), key));
    }

    private V unchanged(Function<K, V> function, K key) {
        int before = tree.modCount;
        V value = function.apply(key);
        if (tree.modCount != before) {
            throw new ConcurrentModificationException();
        }
        return value;
    }

    private V store(K key, Node<K, V> node, V value) {
        if (node != null) {
            node.setValue(value);
        } else if (value != null) {
            tree.put(key, value, true);
        }
        return value;
    }

    private V storeOrRemove(K key, Node<K, V> node, V value) {
        if (value == null && node != null) {
            tree.remove(node);
            return null;
        }
        return store(key, node, value);
    }

    @Override
    public Comparator<? super K> comparator() {
        return down ? Collections.reverseOrder(tree.order) : tree.order;
    }

    @Override
    public K firstKey() {
        return presentKey(start());
    }

    @Override
    public K lastKey() {
        return presentKey(end());
    }

    @Override
    public Map.Entry<K, V> firstEntry() {
        return copy(start());
    }

    @Override
    public Map.Entry<K, V> lastEntry() {
        return copy(end());
    }

    @Override
    public Map.Entry<K, V> pollFirstEntry() {
        return poll(start());
    }

    @Override
    public Map.Entry<K, V> pollLastEntry() {
        return poll(end());
    }

    @Override
    public Map.Entry<K, V> lowerEntry(K key) {
        return copy(near(key, false, false));
    }

    @Override
    public K lowerKey(K key) {
        return key(near(key, false, false));
    }

    @Override
    public Map.Entry<K, V> floorEntry(K key) {
        return copy(near(key, false, true));
    }

    @Override
    public K floorKey(K key) {
        return key(near(key, false, true));
    }

    @Override
    public Map.Entry<K, V> ceilingEntry(K key) {
        return copy(near(key, true, true));
    }

    @Override
    public K ceilingKey(K key) {
        return key(near(key, true, true));
    }

    @Override
    public Map.Entry<K, V> higherEntry(K key) {
        return copy(near(key, true, false));
    }

    @Override
    public K higherKey(K key) {
        return key(near(key, true, false));
    }

    @Override
    public NavigableMap<K, V> descendingMap() {
        return new TreeView<>(tree, low, high, !down);
    }

    /** @param from and to in the view's direction, null where it ends */
    private NavigableMap<K, V> part(Bound<K> from, Bound<K> to) {
        Bound<K> newLow = down ? to : from;
        Bound<K> newHigh = down ? from : to;
        return new TreeView<>(tree, newLow == null ? low : newLow, newHigh == null ? high : newHigh, down);
    }

    @Override
    public NavigableMap<K, V> subMap(K from, boolean fromInclusive, K to, boolean toInclusive) {
        return part(checked(from, fromInclusive), checked(to, toInclusive));
    }

    @Override
    public NavigableMap<K, V> headMap(K to, boolean inclusive) {
        return part(null, checked(to, inclusive));
    }

    @Override
    public NavigableMap<K, V> tailMap(K from, boolean inclusive) {
        return part(checked(from, inclusive), null);
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
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                Iterator<Map.Entry<K, V>> i = nodes();
                return new Mapped<>(i, Map.Entry::getValue);
            }

            @Override
            public int size() {
                return TreeView.this.size();
            }
        };
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return nodes();
            }

            @Override
            public int size() {
                return TreeView.this.size();
            }

            @Override
            public boolean contains(Object entry) {
                return find(entry) != null;
            }

            private Node<K, V> find(Object entry) {
                if (!(entry instanceof Map.Entry<?, ?> wanted)) {
                    return null;
                }
                Node<K, V> node = TreeView.this.find(wanted.getKey());
                return node != null && Objects.equals(node.getValue(), wanted.getValue()) ? node : null;
            }

            @Override
            public boolean remove(Object entry) {
                Node<K, V> node = find(entry);
                if (node != null) {
                    tree.remove(node);
                }
                return node != null;
            }

            @Override
            public void clear() {
                TreeView.this.clear();
            }
        };
    }

    @Override
    public void clear() {
        if (low == null && high == null && !down) {
            tree.clear();
        } else {
            for (Iterator<?> i = nodes(); i.hasNext(); ) {
                i.next();
                i.remove();
            }
        }
    }

    Iterator<Map.Entry<K, V>> nodes() {
        Node<K, V> end = end();
        return new Nodes(start(), end == null ? null : next(end));
    }

    private Node<K, V> next(Node<K, V> node) {
        return down ? node.before : node.after;
    }

    /** What another iterator gives, seen otherwise. */
    record Mapped<A, B>(Iterator<A> i, Function<A, B> function) implements Iterator<B> {
        @Override
        public boolean hasNext() {
            return i.hasNext();
        }

        @Override
        public B next() {
            return function.apply(i.next());
        }

        @Override
        public void remove() {
            i.remove();
        }
    }

    private final class Nodes implements Iterator<Map.Entry<K, V>> {
        private Node<K, V> next;
        private final Node<K, V> fence;
        private Node<K, V> passed;
        private int seen = tree.modCount;

        Nodes(Node<K, V> next, Node<K, V> fence) {
            this.next = next;
            this.fence = fence;
        }

        @Override
        public boolean hasNext() {
            return next != null && next != fence;
        }

        @Override
        public Map.Entry<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            checkUnchanged();
            passed = next;
            next = TreeView.this.next(next);
            return passed;
        }

        private void checkUnchanged() {
            if (tree.modCount != seen) {
                throw new ConcurrentModificationException();
            }
        }

        @Override
        public void remove() {
            if (passed == null) {
                throw new IllegalStateException();
            }
            checkUnchanged();
            tree.remove(passed);
            seen = tree.modCount;
            passed = null;
        }
    }
}
