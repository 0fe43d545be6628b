package org.multisynq4j.teavm.library;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What {@code List.of} gives: never changes, holds no null and will not be asked for it. */
final class FixedList<E> extends AbstractList<E> implements RandomAccess, java.io.Serializable {
    private static final long serialVersionUID = 1;

    /** The JDK keeps so few in fields and checks the index itself; beyond, the exception is an array's. */
    private static final int FEW = 2;

    private final transient Object[] elements;
    private final boolean checked;

    /** @param checked whether a wrong index gives the plainer exception */
    private FixedList(Object[] elements, boolean checked) {
        this.elements = elements;
        this.checked = checked;
    }

    static <E> List<E> of(Object... elements) {
        for (Object each : elements) {
            Objects.requireNonNull(each);
        }
        return new FixedList<>(elements, elements.length > 0 && elements.length <= FEW);
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int index) {
        if (checked) {
            Objects.checkIndex(index, elements.length);
        } else if (index < 0 || index >= elements.length) {
            throw new ArrayIndexOutOfBoundsException();
        }
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

    @Override
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
    public int lastIndexOf(Object wanted) {
        Objects.requireNonNull(wanted);
        for (int i = elements.length - 1; i >= 0; i--) {
            if (wanted.equals(elements[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public List<E> subList(int from, int to) {
        if (from < 0 || to > elements.length) {
            throw new IndexOutOfBoundsException();
        }
        if (from > to) {
            throw new IllegalArgumentException();
        }
        Object[] part = new Object[to - from];
        System.arraycopy(elements, from, part, 0, part.length);
        return new FixedList<>(part, true);
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
    public boolean addAll(int index, Collection<? extends E> other) {
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
    public void replaceAll(UnaryOperator<E> operator) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean retainAll(Collection<?> other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sort(Comparator<? super E> order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterator<E> iterator() {
        return new Cursor(0);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        if (index < 0 || index > elements.length) {
            throw new IndexOutOfBoundsException();
        }
        return new Cursor(index);
    }

    private final class Cursor implements ListIterator<E> {
        private int next;

        Cursor(int next) {
            this.next = next;
        }

        @Override
        public boolean hasNext() {
            return next < elements.length;
        }

        @Override
        public E next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return get(next++);
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
            return get(--next);
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
}
