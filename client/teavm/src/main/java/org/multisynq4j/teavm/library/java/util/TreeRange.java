package org.multisynq4j.teavm.library.java.util;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.multisynq4j.teavm.library.java.util.Tree.Node;

/** The entries of a tree whose keys are within bounds, upwards or downwards. */
final class TreeRange<K, V> implements Entries<K, V> {
    final Tree<K, V> tree;
    private final Bound<K> low;
    private final Bound<K> high;
    private final boolean down;

    /** An end of the range; where there is none, it is null. */
    record Bound<K>(K key, boolean inclusive) {}

    /** All of a tree, upwards. */
    TreeRange(Tree<K, V> tree) {
        this(tree, null, null, false);
    }

    private TreeRange(Tree<K, V> tree, Bound<K> low, Bound<K> high, boolean down) {
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

    TreeRange<K, V> reversed() {
        return new TreeRange<>(tree, low, high, !down);
    }

    /** @param from and to in this range's direction, null where it ends */
    TreeRange<K, V> part(Bound<K> from, Bound<K> to) {
        Bound<K> newLow = down ? to : from;
        Bound<K> newHigh = down ? from : to;
        return new TreeRange<>(tree, newLow == null ? low : newLow, newHigh == null ? high : newHigh, down);
    }

    /** An end for a part of this range, which may exclude the key that this range excludes. */
    Bound<K> bound(K key, boolean inclusive) {
        boolean fits = inclusive
                ? includes(key)
                : (low == null || tree.compare(key, low.key) >= 0)
                        && (high == null || tree.compare(high.key, key) >= 0);
        checkRange(fits);
        return new Bound<>(key, inclusive);
    }

    private static void checkRange(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("key out of range");
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

    boolean includes(Object key) {
        return !tooLow(key) && !tooHigh(key);
    }

    void check(Object key) {
        checkRange(includes(key));
    }

    Comparator<? super K> order() {
        return down ? Collections.reverseOrder(tree.order) : tree.order;
    }

    /** The node of a key, or null. */
    Node<K, V> find(Object key) {
        return includes(key) ? tree.find(key) : null;
    }

    private Node<K, V> lowest() {
        Node<K, V> node = low == null ? tree.first : tree.above(low.key, low.inclusive);
        return node == null || tooHigh(node.getKey()) ? null : node;
    }

    private Node<K, V> highest() {
        Node<K, V> node = high == null ? tree.last : tree.below(high.key, high.inclusive);
        return node == null || tooLow(node.getKey()) ? null : node;
    }

    /** The first node in this range's direction, or null. */
    Node<K, V> first() {
        return down ? highest() : lowest();
    }

    /** The last node in this range's direction, or null. */
    Node<K, V> last() {
        return down ? lowest() : highest();
    }

    /** The nearest node on a side of a key, seen in this range's direction, or null. */
    Node<K, V> near(K key, boolean later, boolean orEqual) {
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

    private Node<K, V> next(Node<K, V> node) {
        return down ? node.before : node.after;
    }

    @Override
    public int size() {
        if (low == null && high == null) {
            return tree.size;
        }
        int size = 0;
        for (Iterator<?> i = iterator(); i.hasNext(); i.next()) {
            size++;
        }
        return size;
    }

    @Override
    public boolean holds(Object key, Object value) {
        Node<K, V> node = find(key);
        return node != null && Objects.equals(node.getValue(), value);
    }

    boolean holdsValue(Object value) {
        for (Iterator<Map.Entry<K, V>> i = iterator(); i.hasNext(); ) {
            if (Objects.equals(value, i.next().getValue())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean removeKey(Object key) {
        Node<K, V> node = find(key);
        if (node != null) {
            tree.remove(node);
        }
        return node != null;
    }

    void clear() {
        if (low == null && high == null && !down) {
            tree.clear();
        } else {
            for (Iterator<?> i = iterator(); i.hasNext(); ) {
                i.next();
                i.remove();
            }
        }
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        Node<K, V> last = last();
        return new Cursor(first(), last == null ? null : next(last));
    }

    private final class Cursor implements Iterator<Map.Entry<K, V>> {
        private Node<K, V> next;
        private final Node<K, V> fence;
        private Node<K, V> passed;
        private int seen = tree.changes;

        Cursor(Node<K, V> next, Node<K, V> fence) {
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
            tree.checkUnchanged(seen);
            passed = next;
            next = TreeRange.this.next(next);
            return passed;
        }

        @Override
        public void remove() {
            if (passed == null) {
                throw new IllegalStateException();
            }
            tree.checkUnchanged(seen);
            tree.remove(passed);
            seen = tree.changes;
            passed = null;
        }
    }
}
