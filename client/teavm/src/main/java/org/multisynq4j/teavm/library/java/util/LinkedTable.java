package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractMap;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;

/** A hash table whose nodes are also a list, so that they have an order that does not depend on hashes. */
final class LinkedTable<K, V> implements Entries<K, V> {
    private static final int FIRST_CAPACITY = 16;

    private Node<K, V>[] buckets = buckets(FIRST_CAPACITY);
    private Node<K, V> first;
    private Node<K, V> last;
    private int size;
    /** How often a key came, went, or moved. */
    private int changes;

    /** An entry of the map that stays in it until it is removed. */
    static final class Node<K, V> extends AbstractMap.SimpleEntry<K, V> {
        private static final long serialVersionUID = 1;
        private final transient int hash;
        private transient Node<K, V> sameBucket;
        private transient Node<K, V> before;
        private transient Node<K, V> after;

        Node(int hash, K key, V value) {
            super(key, value);
            this.hash = hash;
        }
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Node<K, V>[] buckets(int count) {
        return (Node<K, V>[]) new Node<?, ?>[count];
    }

    private static int hash(Object key) {
        int hash = Objects.hashCode(key);
        return hash ^ hash >>> 16;
    }

    /** The node of a key, or null. */
    Node<K, V> find(Object key) {
        int hash = hash(key);
        for (Node<K, V> node = buckets[hash & buckets.length - 1]; node != null; node = node.sameBucket) {
            if (node.hash == hash && Objects.equals(key, node.getKey())) {
                return node;
            }
        }
        return null;
    }

    /** The node that is first in the list, or null. */
    Node<K, V> first() {
        return first;
    }

    /** Adds a key that is not there, as the last one. */
    void append(K key, V value) {
        Node<K, V> node = new Node<>(hash(key), key, value);
        if (size >= buckets.length) {
            buckets = buckets(2 * buckets.length);
            for (Node<K, V> each = first; each != null; each = each.after) {
                intoBucket(each);
            }
        }
        intoBucket(node);
        link(last, node);
        link(node, null);
        size++;
        changes++;
    }

    private void intoBucket(Node<K, V> node) {
        int bucket = node.hash & buckets.length - 1;
        node.sameBucket = buckets[bucket];
        buckets[bucket] = node;
    }

    private void link(Node<K, V> a, Node<K, V> b) {
        if (a == null) {
            first = b;
        } else {
            a.after = b;
        }
        if (b == null) {
            last = a;
        } else {
            b.before = a;
        }
    }

    void moveToEnd(Node<K, V> node) {
        if (node != last) {
            link(node.before, node.after);
            link(last, node);
            link(node, null);
            changes++;
        }
    }

    void remove(Node<K, V> node) {
        int bucket = node.hash & buckets.length - 1;
        if (buckets[bucket] == node) {
            buckets[bucket] = node.sameBucket;
        } else {
            Node<K, V> at = buckets[bucket];
            while (at.sameBucket != node) {
                at = at.sameBucket;
            }
            at.sameBucket = node.sameBucket;
        }
        link(node.before, node.after);
        size--;
        changes++;
    }

    void clear() {
        buckets = buckets(FIRST_CAPACITY);
        first = null;
        last = null;
        size = 0;
        changes++;
    }

    /** A number to give to {@link #checkUnchanged}. */
    int changes() {
        return changes;
    }

    void checkUnchanged(int before) {
        if (changes != before) {
            throw new ConcurrentModificationException();
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean holds(Object key, Object value) {
        Node<K, V> node = find(key);
        return node != null && Objects.equals(node.getValue(), value);
    }

    boolean holdsValue(Object value) {
        for (Node<K, V> node = first; node != null; node = node.after) {
            if (Objects.equals(value, node.getValue())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean removeKey(Object key) {
        Node<K, V> node = find(key);
        if (node != null) {
            remove(node);
        }
        return node != null;
    }

    @Override
    public boolean removeEntry(Object key, Object value) {
        Node<K, V> node = find(key);
        boolean same = node != null && Objects.equals(value, node.getValue());
        if (same) {
            remove(node);
        }
        return same;
    }

    /** Goes to the end before it says that the map was changed. */
    @Override
    public void each(Consumer<? super Map.Entry<K, V>> action) {
        int before = changes;
        for (Node<K, V> node = first; node != null; node = node.after) {
            action.accept(node);
        }
        checkUnchanged(before);
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        return new Cursor();
    }

    private final class Cursor implements Iterator<Map.Entry<K, V>> {
        private Node<K, V> next = first;
        private Node<K, V> passed;
        private int seen = changes;

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Map.Entry<K, V> next() {
            checkUnchanged(seen);
            if (next == null) {
                throw new NoSuchElementException();
            }
            passed = next;
            next = next.after;
            return passed;
        }

        @Override
        public void remove() {
            if (passed == null) {
                throw new IllegalStateException();
            }
            checkUnchanged(seen);
            LinkedTable.this.remove(passed);
            passed = null;
            seen = changes;
        }
    }
}
