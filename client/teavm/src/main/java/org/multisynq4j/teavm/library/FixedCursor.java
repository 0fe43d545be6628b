package org.multisynq4j.teavm.library;

import java.util.ListIterator;
import java.util.NoSuchElementException;

/** Between two elements of what never changes. */
final class FixedCursor<E> implements ListIterator<E> {
    private final FixedCollection<E> elements;
    private int next;

    FixedCursor(FixedCollection<E> elements, int next) {
        this.elements = elements;
        this.next = next;
    }

    @Override
    public boolean hasNext() {
        return next < elements.size();
    }

    @Override
    public E next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return elements.at(next++);
    }

    @Override
    public boolean hasPrevious() {
        return next > 0;
    }

    @Override
    public E previous() {
        if (!hasPrevious()) {
            throw new NoSuchElementException();
        }
        return elements.at(--next);
    }

    @Override
    public int nextIndex() {
        return next;
    }

    @Override
    public int previousIndex() {
        return next - 1;
    }

    @Override
    public void remove() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void set(E element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(E element) {
        throw new UnsupportedOperationException();
    }
}
