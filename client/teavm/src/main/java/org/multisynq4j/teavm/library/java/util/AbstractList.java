package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import org.multisynq4j.teavm.library.Substitute;

/** Lists by index; iterators ask for the size as they go, which decides what a change during an iteration does. */
@Substitute
public abstract class AbstractList<E> extends AbstractCollection<E> implements List<E> {
    /** How often the list grew or shrank. */
    protected transient int modCount;

    protected AbstractList() {}

    @Override
    public boolean add(E element) {
        add(size(), element);
        return true;
    }

    @Override
    public E set(int index, E element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(int index, E element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public E remove(int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int indexOf(Object wanted) {
        for (ListIterator<E> i = listIterator(); i.hasNext(); ) {
            if (Objects.equals(wanted, i.next())) {
                return i.previousIndex();
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(Object wanted) {
        for (ListIterator<E> i = listIterator(size()); i.hasPrevious(); ) {
            if (Objects.equals(wanted, i.previous())) {
                return i.nextIndex();
            }
        }
        return -1;
    }

    @Override
    public void clear() {
        removeRange(0, size());
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> elements) {
        checkPosition(index, size());
        int at = index;
        for (E each : elements) {
            add(at++, each);
        }
        return at > index;
    }

    @Override
    public Iterator<E> iterator() {
        return new Cursor(0);
    }

    @Override
    public ListIterator<E> listIterator() {
        return listIterator(0);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        checkPosition(index, size());
        return new Cursor(index);
    }

    @Override
    public List<E> subList(int from, int to) {
        checkRange(from, to, size());
        return this instanceof RandomAccess
                ? new SubList.OfRandomAccess<>(this, null, from, to)
                : new SubList<>(this, null, from, to);
    }

    @Override
    public boolean equals(Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof List)) {
            return false;
        }
        Iterator<E> ours = iterator();
        Iterator<?> theirs = ((List<?>) other).iterator();
        while (ours.hasNext() && theirs.hasNext()) {
            if (!Objects.equals(ours.next(), theirs.next())) {
                return false;
            }
        }
        return !ours.hasNext() && !theirs.hasNext();
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (E each : this) {
            hash = 31 * hash + Objects.hashCode(each);
        }
        return hash;
    }

    /** Removes elements of a range that is known to exist. */
    protected void removeRange(int from, int to) {
        ListIterator<E> i = listIterator(from);
        for (int left = to - from; left > 0; left--) {
            i.next();
            i.remove();
        }
    }

    static void checkPosition(int index, int size) {
        if (index < 0 || index > size) {
            throw new IndexOutOfBoundsException("index " + index + ", size " + size);
        }
    }

    static void checkRange(int from, int to, int size) {
        if (from < 0) {
            throw new IndexOutOfBoundsException("from " + from);
        }
        if (to > size) {
            throw new IndexOutOfBoundsException("to " + to + ", size " + size);
        }
        if (from > to) {
            throw new IllegalArgumentException("from " + from + ", to " + to);
        }
    }

    /** Between two elements; knows the one it passed last, and whether the list was changed by others. */
    private final class Cursor implements ListIterator<E> {
        private int next;
        private int passed = -1;
        private int seen = modCount;

        Cursor(int next) {
            this.next = next;
        }

        private void checkUnchanged() {
            if (modCount != seen) {
                throw new ConcurrentModificationException();
            }
        }

        private E pass(int index, int after) {
            checkUnchanged();
            E element;
            try {
                element = get(index);
            } catch (IndexOutOfBoundsException e) {
                checkUnchanged();
                throw new NoSuchElementException();
            }
            passed = index;
            next = after;
            return element;
        }

        private int passedIndex() {
            if (passed < 0) {
                throw new IllegalStateException();
            }
            checkUnchanged();
            return passed;
        }

        @Override
        public boolean hasNext() {
            return next != size();
        }

        @Override
        public E next() {
            return pass(next, next + 1);
        }

        @Override
        public boolean hasPrevious() {
            return next != 0;
        }

        @Override
        public E previous() {
            return pass(next - 1, next - 1);
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
            int index = passedIndex();
            try {
                AbstractList.this.remove(index);
            } catch (IndexOutOfBoundsException e) {
                throw new ConcurrentModificationException();
            }
            if (index < next) {
                next--;
            }
            passed = -1;
            seen = modCount;
        }

        @Override
        public void set(E element) {
            int index = passedIndex();
            try {
                AbstractList.this.set(index, element);
            } catch (IndexOutOfBoundsException e) {
                throw new ConcurrentModificationException();
            }
            seen = modCount;
        }

        @Override
        public void add(E element) {
            checkUnchanged();
            try {
                AbstractList.this.add(next, element);
            } catch (IndexOutOfBoundsException e) {
                throw new ConcurrentModificationException();
            }
            next++;
            passed = -1;
            seen = modCount;
        }
    }
}
