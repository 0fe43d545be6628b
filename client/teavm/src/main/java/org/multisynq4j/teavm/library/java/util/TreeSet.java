package org.multisynq4j.teavm.library.java.util;

import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedSet;
import org.multisynq4j.teavm.library.Substitute;

/** A sorted set; parts of it are such sets, too. */
@Substitute
public class TreeSet<E> extends TreeKeys<E> implements NavigableSet<E>, Cloneable, java.io.Serializable {
    private static final long serialVersionUID = 1;
    private static final Object PRESENT = new Object();

    private final transient NavigableMap<E, Object> map;

    private TreeSet(NavigableMap<E, Object> map) {
        super(map);
        this.map = map;
    }

    public TreeSet() {
        this(new TreeMap<>());
    }

    /** @param order or null for that of the elements */
    public TreeSet(Comparator<? super E> order) {
        this(new TreeMap<>(order));
    }

    public TreeSet(Collection<? extends E> other) {
        this();
        addAll(other);
    }

    public TreeSet(SortedSet<E> other) {
        this(other.comparator());
        addAll(other);
    }

    @Override
    @SuppressWarnings("unchecked")
    NavigableSet<E> setOfPart(NavigableMap<E, ?> part) {
        return new TreeSet<>((NavigableMap<E, Object>) part);
    }

    @Override
    public boolean add(E element) {
        return map.put(element, PRESENT) == null;
    }

    @Override
    public boolean remove(Object element) {
        return map.remove(element) == PRESENT;
    }

    @Override
    public Object clone() {
        return new TreeSet<>((SortedSet<E>) this);
    }
}
