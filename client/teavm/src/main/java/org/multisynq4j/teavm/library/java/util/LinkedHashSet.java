package org.multisynq4j.teavm.library.java.util;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.function.Consumer;
import org.multisynq4j.teavm.library.Substitute;

/** A set in the order in which elements came. Of the class that it extends it uses nothing. */
@Substitute
public class LinkedHashSet<E> extends HashSet<E> {
    private static final long serialVersionUID = 1;

    private transient LinkedHashMap<E, Object> map;

    public LinkedHashSet() {
        super(0);
        map = new LinkedHashMap<>();
    }

    public LinkedHashSet(int capacity) {
        this(capacity, 1);
    }

    public LinkedHashSet(int capacity, float load) {
        super(0);
        map = new LinkedHashMap<>(capacity, load);
    }

    public LinkedHashSet(Collection<? extends E> other) {
        this();
        addAll(other);
    }

    @Override
    public Iterator<E> iterator() {
        return map.keySet().iterator();
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        // One after the other, as any collection; only maps go to their end before they notice a change.
        for (E each : this) {
            action.accept(each);
        }
    }

    @Override
    public Object[] toArray() {
        return map.keySet().toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        return map.keySet().toArray(array);
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
    public boolean contains(Object element) {
        return map.containsKey(element);
    }

    @Override
    public boolean add(E element) {
        return map.put(element, Boolean.TRUE) == null;
    }

    @Override
    public boolean remove(Object element) {
        return map.remove(element) != null;
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public Object clone() {
        return new LinkedHashSet<>(this);
    }
}
