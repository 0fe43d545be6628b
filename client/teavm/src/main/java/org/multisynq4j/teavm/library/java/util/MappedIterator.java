package org.multisynq4j.teavm.library.java.util;

import java.util.Iterator;
import java.util.function.Function;

/** What another iterator gives, seen otherwise. */
record MappedIterator<A, B>(Iterator<A> i, Function<A, B> function) implements Iterator<B> {
    @Override
    public boolean hasNext() {
        return i.hasNext();
    }

    @Override
    public B next() {
        return function.apply(i.next());
    }

    @Override
    public void remove() {
        i.remove();
    }
}
