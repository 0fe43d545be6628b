package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.multisynq4j.teavm.library.Substitute;

/** A map in the order in which keys came, or were used last. Of the class that it extends it uses nothing. */
@Substitute
public class LinkedHashMap<K, V> extends HashMap<K, V> {
    private static final long serialVersionUID = 1;
    private static final int FIRST_CAPACITY = 16;

    private transient Node<K, V>[] table;
    private transient Node<K, V> head;
    private transient Node<K, V> tail;
    private transient int size;
    /** How often a key came, went, or moved. */
    private transient int changes;

    private final boolean accessOrder;

    private static final class Node<K, V> extends AbstractMap.SimpleEntry<K, V> {
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

    public LinkedHashMap() {
        this(FIRST_CAPACITY, 1, false);
    }

    public LinkedHashMap(int capacity) {
        this(capacity, 1, false);
    }

    public LinkedHashMap(int capacity, float load) {
        this(capacity, load, false);
    }

    public LinkedHashMap(int capacity, float load, boolean accessOrder) {
        super(0);
        if (capacity < 0 || !(load > 0)) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.accessOrder = accessOrder;
        table = buckets(FIRST_CAPACITY);
    }

    public LinkedHashMap(Map<? extends K, ? extends V> other) {
        this();
        putAll(other);
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Node<K, V>[] buckets(int count) {
        return (Node<K, V>[]) new Node<?, ?>[count];
    }

    private static int hash(Object key) {
        int hash = Objects.hashCode(key);
        return hash ^ hash >>> 16;
    }

    private Node<K, V> find(Object key) {
        int hash = hash(key);
        for (Node<K, V> node = table[hash & table.length - 1]; node != null; node = node.sameBucket) {
            if (node.hash == hash && Objects.equals(key, node.getKey())) {
                return node;
            }
        }
        return null;
    }

    private void insert(K key, V value) {
        Node<K, V> node = new Node<>(hash(key), key, value);
        if (size >= table.length) {
            table = buckets(2 * table.length);
            for (Node<K, V> each = head; each != null; each = each.after) {
                intoBucket(each);
            }
        }
        intoBucket(node);
        size++;
        changes++;
        linkLast(node);
        if (removeEldestEntry(head)) {
            removeNode(find(head.getKey()));
        }
    }

    private void intoBucket(Node<K, V> node) {
        int bucket = node.hash & table.length - 1;
        node.sameBucket = table[bucket];
        table[bucket] = node;
    }

    private void linkLast(Node<K, V> node) {
        node.before = tail;
        node.after = null;
        if (tail == null) {
            head = node;
        } else {
            tail.after = node;
        }
        tail = node;
    }

    private void unlink(Node<K, V> node) {
        if (node.before == null) {
            head = node.after;
        } else {
            node.before.after = node.after;
        }
        if (node.after == null) {
            tail = node.before;
        } else {
            node.after.before = node.before;
        }
    }

    private void removeNode(Node<K, V> node) {
        int bucket = node.hash & table.length - 1;
        if (table[bucket] == node) {
            table[bucket] = node.sameBucket;
        } else {
            Node<K, V> at = table[bucket];
            while (at.sameBucket != node) {
                at = at.sameBucket;
            }
            at.sameBucket = node.sameBucket;
        }
        unlink(node);
        size--;
        changes++;
    }

    private void used(Node<K, V> node) {
        if (accessOrder && node != tail) {
            unlink(node);
            linkLast(node);
            changes++;
        }
    }

    /** Whether the eldest entry goes because another came. */
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return false;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    @Override
    public boolean containsValue(Object value) {
        for (Node<K, V> node = head; node != null; node = node.after) {
            if (Objects.equals(value, node.getValue())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public V get(Object key) {
        return getOrDefault(key, null);
    }

    @Override
    public V getOrDefault(Object key, V other) {
        Node<K, V> node = find(key);
        if (node == null) {
            return other;
        }
        used(node);
        return node.getValue();
    }

    @Override
    public V put(K key, V value) {
        Node<K, V> node = find(key);
        if (node == null) {
            insert(key, value);
            return null;
        }
        V before = node.setValue(value);
        used(node);
        return before;
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> other) {
        for (Map.Entry<? extends K, ? extends V> each : other.entrySet()) {
            put(each.getKey(), each.getValue());
        }
    }

    @Override
    public V putIfAbsent(K key, V value) {
        Node<K, V> node = find(key);
        if (node == null) {
            insert(key, value);
            return null;
        }
        V before = node.getValue();
        if (before == null) {
            node.setValue(value);
        }
        used(node);
        return before;
    }

    @Override
    public V remove(Object key) {
        Node<K, V> node = find(key);
        if (node == null) {
            return null;
        }
        removeNode(node);
        return node.getValue();
    }

    @Override
    public boolean remove(Object key, Object value) {
        Node<K, V> node = find(key);
        boolean same = node != null && Objects.equals(value, node.getValue());
        if (same) {
            removeNode(node);
        }
        return same;
    }

    @Override
    public boolean replace(K key, V before, V value) {
        Node<K, V> node = find(key);
        boolean same = node != null && Objects.equals(node.getValue(), before);
        if (same) {
            node.setValue(value);
            used(node);
        }
        return same;
    }

    @Override
    public V replace(K key, V value) {
        Node<K, V> node = find(key);
        if (node == null) {
            return null;
        }
        V before = node.setValue(value);
        used(node);
        return before;
    }

    @Override
    public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
        Objects.requireNonNull(function);
        Node<K, V> node = find(key);
        if (node != null && node.getValue() != null) {
            used(node);
            return node.getValue();
        }
        int before = changes;
        V value = function.apply(key);
        checkUnchanged(before);
        if (value != null) {
            store(key, node, value);
        }
        return value;
    }

    @Override
    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        Node<K, V> node = find(key);
        if (node == null || node.getValue() == null) {
            return null;
        }
        int before = changes;
        V value = function.apply(key, node.getValue());
        checkUnchanged(before);
        return storeOrRemove(key, node, value);
    }

    @Override
    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        Node<K, V> node = find(key);
        int before = changes;
        V value = function.apply(key, node == null ? null : node.getValue());
        checkUnchanged(before);
        return storeOrRemove(key, node, value);
    }

    @Override
    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
        Objects.requireNonNull(value);
        Objects.requireNonNull(function);
        Node<K, V> node = find(key);
        if (node == null || node.getValue() == null) {
            store(key, node, value);
            return value;
        }
        int before = changes;
        V merged = function.apply(node.getValue(), value);
        checkUnchanged(before);
        return storeOrRemove(key, node, merged);
    }

    private void store(K key, Node<K, V> node, V value) {
        if (node == null) {
            insert(key, value);
        } else {
            node.setValue(value);
            used(node);
        }
    }

    private V storeOrRemove(K key, Node<K, V> node, V value) {
        if (value != null) {
            store(key, node, value);
        } else if (node != null) {
            removeNode(node);
        }
        return value;
    }

    @Override
    public void clear() {
        table = buckets(FIRST_CAPACITY);
        head = null;
        tail = null;
        size = 0;
        changes++;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        each(node -> action.accept(node.getKey(), node.getValue()));
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        each(node -> node.setValue(function.apply(node.getKey(), node.getValue())));
    }

    /** Goes to the end before it says that the map was changed. */
    private void each(Consumer<Node<K, V>> action) {
        int before = changes;
        for (Node<K, V> node = head; node != null; node = node.after) {
            action.accept(node);
        }
        checkUnchanged(before);
    }

    private void checkUnchanged(int before) {
        if (changes != before) {
            throw new ConcurrentModificationException();
        }
    }

    @Override
    public Set<K> keySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<K> iterator() {
                return new TreeView.Mapped<>(new Nodes(), Map.Entry::getKey);
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public boolean contains(Object key) {
                return containsKey(key);
            }

            @Override
            public boolean remove(Object key) {
                Node<K, V> node = find(key);
                if (node != null) {
                    removeNode(node);
                }
                return node != null;
            }

            @Override
            public void clear() {
                LinkedHashMap.this.clear();
            }

            @Override
            public void forEach(Consumer<? super K> action) {
                Objects.requireNonNull(action);
                each(node -> action.accept(node.getKey()));
            }
        };
    }

    @Override
    public Collection<V> values() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                return new TreeView.Mapped<>(new Nodes(), Map.Entry::getValue);
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public boolean contains(Object value) {
                return containsValue(value);
            }

            @Override
            public void clear() {
                LinkedHashMap.this.clear();
            }

            @Override
            public void forEach(Consumer<? super V> action) {
                Objects.requireNonNull(action);
                each(node -> action.accept(node.getValue()));
            }
        };
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Nodes();
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public boolean contains(Object entry) {
                return entry instanceof Map.Entry<?, ?> wanted && wanted.equals(find(wanted.getKey()));
            }

            @Override
            public boolean remove(Object entry) {
                return entry instanceof Map.Entry<?, ?> wanted
                        && LinkedHashMap.this.remove(wanted.getKey(), wanted.getValue());
            }

            @Override
            public void clear() {
                LinkedHashMap.this.clear();
            }

            @Override
            public void forEach(Consumer<? super Map.Entry<K, V>> action) {
                Objects.requireNonNull(action);
                each(action::accept);
            }
        };
    }

    private final class Nodes implements Iterator<Map.Entry<K, V>> {
        private Node<K, V> next = head;
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
            removeNode(passed);
            passed = null;
            seen = changes;
        }
    }

    @Override
    public boolean equals(Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof Map<?, ?> map) || map.size() != size) {
            return false;
        }
        try {
            for (Node<K, V> node = head; node != null; node = node.after) {
                V value = node.getValue();
                if (value == null
                        ? map.get(node.getKey()) != null || !map.containsKey(node.getKey())
                        : !value.equals(map.get(node.getKey()))) {
                    return false;
                }
            }
        } catch (ClassCastException | NullPointerException e) {
            return false;
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Node<K, V> node = head; node != null; node = node.after) {
            hash += node.hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (Node<K, V> node = head; node != null; node = node.after) {
            text.append(node == head ? "" : ", ")
                    .append(node.getKey() == this ? "(this Map)" : node.getKey())
                    .append('=')
                    .append(node.getValue() == this ? "(this Map)" : node.getValue());
        }
        return text.append('}').toString();
    }

    @Override
    public Object clone() {
        LinkedHashMap<K, V> copy = new LinkedHashMap<>(FIRST_CAPACITY, 1, accessOrder);
        copy.putAll(this);
        return copy;
    }
}
