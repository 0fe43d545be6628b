package org.multisynq4j.teavm.library.java.util;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.multisynq4j.teavm.library.Substitute;
import org.multisynq4j.teavm.library.java.util.LinkedTable.Node;

/** A map in the order in which keys came, or were used last. Of the class that it extends it uses only what any map has by its entries. */
@Substitute
public class LinkedHashMap<K, V> extends HashMap<K, V> {
    private static final long serialVersionUID = 1;
    private final transient LinkedTable<K, V> table = new LinkedTable<>();
    private final boolean accessOrder;

    public LinkedHashMap() {
        this(0, 1, false);
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
    }

    public LinkedHashMap(Map<? extends K, ? extends V> other) {
        this();
        putAll(other);
    }

    private void insert(K key, V value) {
        table.append(key, value);
        Node<K, V> eldest = table.first();
        if (removeEldestEntry(eldest)) {
            table.removeKey(eldest.getKey());
        }
    }

    private void used(Node<K, V> node) {
        if (accessOrder) {
            table.moveToEnd(node);
        }
    }

    /** Whether the eldest entry goes because another came. */
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return false;
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public boolean isEmpty() {
        return table.size() == 0;
    }

    @Override
    public boolean containsKey(Object key) {
        return table.find(key) != null;
    }

    @Override
    public boolean containsValue(Object value) {
        return table.holdsValue(value);
    }

    @Override
    public V get(Object key) {
        return valueOr(key, null);
    }

    @Override
    public V getOrDefault(Object key, V other) {
        return valueOr(key, other);
    }

    private V valueOr(Object key, V other) {
        Node<K, V> node = table.find(key);
        if (node == null) {
            return other;
        }
        used(node);
        return node.getValue();
    }

    @Override
    public V put(K key, V value) {
        return set(key, value);
    }

    /** Not {@link #put}, which a class derived from this one may have changed: the JDK's asks for it nowhere else. */
    private V set(K key, V value) {
        Node<K, V> node = table.find(key);
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
            set(each.getKey(), each.getValue());
        }
    }

    @Override
    public V putIfAbsent(K key, V value) {
        Node<K, V> node = table.find(key);
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
        Node<K, V> node = table.find(key);
        if (node == null) {
            return null;
        }
        table.remove(node);
        return node.getValue();
    }

    @Override
    public boolean remove(Object key, Object value) {
        return table.removeEntry(key, value);
    }

    @Override
    public boolean replace(K key, V before, V value) {
        Node<K, V> node = table.find(key);
        boolean same = node != null && Objects.equals(node.getValue(), before);
        if (same) {
            node.setValue(value);
            used(node);
        }
        return same;
    }

    @Override
    public V replace(K key, V value) {
        Node<K, V> node = table.find(key);
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
        Node<K, V> node = table.find(key);
        if (node != null && node.getValue() != null) {
            used(node);
            return node.getValue();
        }
        int before = table.changes();
        V value = function.apply(key);
        table.checkUnchanged(before);
        if (value != null) {
            store(key, node, value);
        }
        return value;
    }

    @Override
    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        Node<K, V> node = table.find(key);
        if (node == null || node.getValue() == null) {
            return null;
        }
        int before = table.changes();
        V value = function.apply(key, node.getValue());
        table.checkUnchanged(before);
        return storeOrRemove(key, node, value);
    }

    @Override
    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        Node<K, V> node = table.find(key);
        int before = table.changes();
        V value = function.apply(key, node == null ? null : node.getValue());
        table.checkUnchanged(before);
        return storeOrRemove(key, node, value);
    }

    @Override
    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
        Objects.requireNonNull(value);
        Objects.requireNonNull(function);
        Node<K, V> node = table.find(key);
        if (node == null || node.getValue() == null) {
            store(key, node, value);
            return value;
        }
        int before = table.changes();
        V merged = function.apply(node.getValue(), value);
        table.checkUnchanged(before);
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
            table.remove(node);
        }
        return value;
    }

    @Override
    public void clear() {
        table.clear();
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        table.each(entry -> action.accept(entry.getKey(), entry.getValue()));
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        table.each(entry -> entry.setValue(function.apply(entry.getKey(), entry.getValue())));
    }

    @Override
    public Set<K> keySet() {
        return new KeyView<>(this, table);
    }

    @Override
    public Collection<V> values() {
        return new ValueView<>(this, table);
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new EntryView<>(this, table);
    }

    @Override
    public Object clone() {
        LinkedHashMap<K, V> copy = new LinkedHashMap<>(0, 1, accessOrder);
        copy.putAll(this);
        return copy;
    }
}
