package org.multisynq4j.teavm.library;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What {@code Set.of} of at most one element gives; those of more have no order that is the same everywhere. */
final class FixedSet<E> extends AbstractSet<E> implements java.io.Serializable {
    private static final long serialVersionUID = 1;

    private final transient List<E> elements;

    private FixedSet(List<E> elements) {
        this.elements = elements;
    }

    static <E> Set<E> of(Object... elements) {
        return new FixedSet<>(FixedList.of(elements));
    }

    @Override
    public Iterator<E> iterator() {
        return elements.iterator();
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public boolean contains(Object wanted) {
        return elements.contains(Objects.requireNonNull(wanted));
    }

    @Override
    public boolean add(E element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addAll(Collection<? extends E> other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(Object wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeAll(Collection<?> other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean retainAll(Collection<?> other) {
        throw new UnsupportedOperationException();
    }
}
