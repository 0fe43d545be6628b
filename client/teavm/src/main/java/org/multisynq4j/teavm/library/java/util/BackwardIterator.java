package org.multisynq4j.teavm.library.java.util;

import java.util.Iterator;
import java.util.ListIterator;

/** A list's iterator the other way round. */
record BackwardIterator<E>(ListIterator<E> i) implements Iterator<E> {
    @Override
    public boolean hasNext() {
        return i.hasPrevious();
    }

    @Override
    public E next() {
        return i.previous();
    }

    @Override
    public void remove() {
        i.remove();
    }
}
