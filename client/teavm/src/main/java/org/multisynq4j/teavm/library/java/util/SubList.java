package org.multisynq4j.teavm.library.java.util;

import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;

/** A window on a list, of no use after the list grew or shrank except through it. */
class SubList<E> extends AbstractList<E> {
    private final AbstractList<E> root;
    private final SubList<E> parent;
    private final int offset;
    private int size;

    /**
     * @param parent of which this is a part, or null if of the list itself
     * @param from in the root
     */
    SubList(AbstractList<E> root, SubList<E> parent, int from, int to) {
        this.root = root;
        this.parent = parent;
        offset = from;
        size = to - from;
        modCount = root.modCount;
    }

    /** A window on a list with fast access by index. */
    static final class OfRandomAccess<E> extends SubList<E> implements RandomAccess {
        OfRandomAccess(AbstractList<E> root, SubList<E> parent, int from, int to) {
            super(root, parent, from, to);
        }
    }

    private void checkUnchanged() {
        if (root.modCount != modCount) {
            throw new ConcurrentModificationException();
        }
    }

    private void changed(int difference) {
        for (SubList<E> each = this; each != null; each = each.parent) {
            each.size += difference;
            each.modCount = root.modCount;
        }
    }

    @Override
    public E get(int index) {
        Objects.checkIndex(index, size);
        checkUnchanged();
        return root.get(offset + index);
    }

    @Override
    public E set(int index, E element) {
        Objects.checkIndex(index, size);
        checkUnchanged();
        return root.set(offset + index, element);
    }

    @Override
    public int size() {
        checkUnchanged();
        return size;
    }

    @Override
    public void add(int index, E element) {
        checkPosition(index, size);
        checkUnchanged();
        root.add(offset + index, element);
        changed(1);
    }

    @Override
    public E remove(int index) {
        Objects.checkIndex(index, size);
        checkUnchanged();
        E removed = root.remove(offset + index);
        changed(-1);
        return removed;
    }

    @Override
    protected void removeRange(int from, int to) {
        checkUnchanged();
        root.removeRange(offset + from, offset + to);
        changed(from - to);
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        return addAll(size, elements);
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> elements) {
        checkPosition(index, size);
        int count = elements.size();
        if (count == 0) {
            return false;
        }
        checkUnchanged();
        root.addAll(offset + index, elements);
        changed(count);
        return true;
    }

    @Override
    public Iterator<E> iterator() {
        return listIterator(0);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        checkUnchanged();
        checkPosition(index, size);
        return new Cursor(root.listIterator(offset + index));
    }

    @Override
    public List<E> subList(int from, int to) {
        checkRange(from, to, size);
        checkUnchanged();
        return this instanceof RandomAccess
                ? new OfRandomAccess<>(root, this, offset + from, offset + to)
                : new SubList<>(root, this, offset + from, offset + to);
    }

    private final class Cursor implements ListIterator<E> {
        private final ListIterator<E> i;
        private int seen = modCount;

        Cursor(ListIterator<E> i) {
            this.i = i;
        }

        private void checkArrayUnchanged() {
            if (root instanceof ArrayList && root.modCount != seen) {
                throw new ConcurrentModificationException();
            }
        }

        @Override
        public boolean hasNext() {
            // The JDK's array list finds out in next() that it was changed, its other lists just end.
            return root instanceof ArrayList ? nextIndex() != size : nextIndex() < size;
        }

        @Override
        public E next() {
            checkArrayUnchanged();
            if (nextIndex() >= size) {
                throw new NoSuchElementException();
            }
            return i.next();
        }

        @Override
        public boolean hasPrevious() {
            return root instanceof ArrayList ? nextIndex() != 0 : previousIndex() >= 0;
        }

        @Override
        public E previous() {
            checkArrayUnchanged();
            if (previousIndex() < 0) {
                throw new NoSuchElementException();
            }
            return i.previous();
        }

        @Override
        public int nextIndex() {
            return i.nextIndex() - offset;
        }

        @Override
        public int previousIndex() {
            return i.previousIndex() - offset;
        }

        @Override
        public void remove() {
            i.remove();
            changed(-1);
            seen = modCount;
        }

        @Override
        public void set(E element) {
            i.set(element);
        }

        @Override
        public void add(E element) {
            i.add(element);
            changed(1);
            seen = modCount;
        }
    }
}
