package org.multisynq4j.teavm.library;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.UnaryOperator;

/** What {@code List.of} gives. */
final class FixedList<E> extends FixedCollection<E> implements List<E>, RandomAccess, java.io.Serializable {
    private static final long serialVersionUID = 1;

    /** The JDK keeps so few in fields and checks the index itself; beyond, the exception is an array's. */
    private static final int FEW = 2;

    private final boolean checked;

    /** @param checked whether a wrong index gives the plainer exception */
    private FixedList(Object[] elements, boolean checked) {
        super(elements);
        this.checked = checked;
    }

    static <E> List<E> of(Object... elements) {
        return new FixedList<>(checked(elements), elements.length > 0 && elements.length <= FEW);
    }

    @Override
    public E get(int index) {
        if (checked) {
            Objects.checkIndex(index, size());
        } else if (index < 0 || index >= size()) {
            throw new ArrayIndexOutOfBoundsException();
        }
        return at(index);
    }

    @Override
    public int lastIndexOf(Object wanted) {
        Objects.requireNonNull(wanted);
        for (int i = size() - 1; i >= 0; i--) {
            if (wanted.equals(at(i))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public List<E> subList(int from, int to) {
        if (from < 0 || to > size()) {
            throw new IndexOutOfBoundsException();
        }
        if (from > to) {
            throw new IllegalArgumentException();
        }
        return new FixedList<>(Arrays.copyOfRange(elements, from, to), true);
    }

    @Override
    public void add(int index, E element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public E set(int index, E element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public E remove(int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void replaceAll(UnaryOperator<E> operator) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sort(Comparator<? super E> order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ListIterator<E> listIterator() {
        return listIterator(0);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        if (index < 0 || index > size()) {
            throw new IndexOutOfBoundsException();
        }
        return new FixedCursor<>(this, index);
    }

    @Override
    public boolean equals(Object other) {
        return other == this || Arrays.asList(elements).equals(other);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }
}
