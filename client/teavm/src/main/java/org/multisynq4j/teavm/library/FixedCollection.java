package org.multisynq4j.teavm.library;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What the factories of {@code List} and {@code Set} give: never changes, refuses even what would change nothing, holds no null and will not be asked for it.
 */
abstract class FixedCollection<E> extends AbstractCollection<E> {
    final Object[] elements;

    FixedCollection(Object[] elements) {
        this.elements = elements;
    }

    static Object[] checked(Object... elements) {
        for (Object each : elements) {
            Objects.requireNonNull(each);
        }
        return elements;
    }

    @SuppressWarnings("unchecked")
    final E at(int index) {
        return (E) elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public boolean contains(Object wanted) {
        return indexOf(wanted) >= 0;
    }

    public int indexOf(Object wanted) {
        Objects.requireNonNull(wanted);
        for (int i = 0; i < elements.length; i++) {
            if (wanted.equals(elements[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Iterator<E> iterator() {
        return new FixedCursor<>(this, 0);
    }

    @Override
    public Object[] toArray() {
        return elements.clone();
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
