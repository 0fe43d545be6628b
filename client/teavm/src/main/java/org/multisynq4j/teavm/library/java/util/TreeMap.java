package org.multisynq4j.teavm.library.java.util;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.multisynq4j.teavm.library.Substitute;
import org.multisynq4j.teavm.library.java.util.Tree.Node;

/** A sorted map with all the views of it. */
@Substitute
public class TreeMap<K, V> extends TreeView<K, V> implements NavigableMap<K, V>, Cloneable {
    private static final long serialVersionUID = 1;

    public TreeMap() {
        this((Comparator<? super K>) null);
    }

    /** @param order or null for that of the keys */
    public TreeMap(Comparator<? super K> order) {
        super(new TreeRange<>(new Tree<>(order)));
    }

    public TreeMap(Map<? extends K, ? extends V> other) {
        this();
        putAll(other);
    }

    public TreeMap(SortedMap<K, ? extends V> other) {
        this(other.comparator());
        append(other);
    }

    private void append(Map<? extends K, ? extends V> sorted) {
        for (Map.Entry<? extends K, ? extends V> each : sorted.entrySet()) {
            range.tree.append(each.getKey(), each.getValue());
        }
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> other) {
        if (isEmpty()
                && other instanceof SortedMap<? extends K, ? extends V> sorted
                && Objects.equals(range.tree.order, sorted.comparator())) {
            append(sorted);
        } else {
            super.putAll(other);
        }
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        int before = range.tree.changes;
        for (Node<K, V> node = range.tree.first; node != null; node = node.after) {
            action.accept(node.getKey(), node.getValue());
            range.tree.checkUnchanged(before);
        }
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        int before = range.tree.changes;
        for (Node<K, V> node = range.tree.first; node != null; node = node.after) {
            node.setValue(function.apply(node.getKey(), node.getValue()));
            range.tree.checkUnchanged(before);
        }
    }

    @Override
    public Object clone() {
        return new TreeMap<>((SortedMap<K, V>) this);
    }
}
