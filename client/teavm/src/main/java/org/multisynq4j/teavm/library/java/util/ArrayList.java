package org.multisynq4j.teavm.library.java.util;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.multisynq4j.teavm.library.Substitute;

/** A list in an array. */
@Substitute
public class ArrayList<E> extends AbstractList<E> implements List<E>, RandomAccess, Cloneable, java.io.Serializable {
    private static final long serialVersionUID = 1;
    private static final int FIRST_CAPACITY = 10;

    private transient Object[] elements;
    private int size;

    public ArrayList() {
        elements = new Object[FIRST_CAPACITY];
    }

    public ArrayList(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        elements = new Object[capacity];
    }

    public ArrayList(Collection<? extends E> other) {
        elements = copied(other);
        size = elements.length;
    }

    /** An array of exactly this class, that nobody else has. */
    private static Object[] copied(Collection<?> other) {
        Object[] array = other.toArray();
        return Arrays.copyOf(array, array.length, Object[].class);
    }

    public void trimToSize() {
        modCount++;
        elements = Arrays.copyOf(elements, size);
    }

    public void ensureCapacity(int capacity) {
        if (capacity > elements.length) {
            modCount++;
            grow(capacity);
        }
    }

    private void grow(int capacity) {
        if (capacity > elements.length) {
            elements = Arrays.copyOf(elements, Math.max(capacity, elements.length + (elements.length >> 1)));
        }
    }

    @SuppressWarnings("unchecked")
    private E at(int index) {
        return (E) elements[index];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public E get(int index) {
        Objects.checkIndex(index, size);
        return at(index);
    }

    @Override
    public E set(int index, E element) {
        Objects.checkIndex(index, size);
        E before = at(index);
        elements[index] = element;
        return before;
    }

    @Override
    public boolean add(E element) {
        modCount++;
        grow(size + 1);
        elements[size++] = element;
        return true;
    }

    @Override
    public void add(int index, E element) {
        checkPosition(index, size);
        modCount++;
        grow(size + 1);
        System.arraycopy(elements, index, elements, index + 1, size - index);
        elements[index] = element;
        size++;
    }

    @Override
    public E remove(int index) {
        Objects.checkIndex(index, size);
        E removed = at(index);
        removeRange(index, index + 1);
        return removed;
    }

    @Override
    public boolean remove(Object wanted) {
        int index = indexOf(wanted);
        if (index >= 0) {
            removeRange(index, index + 1);
        }
        return index >= 0;
    }

    @Override
    public void clear() {
        removeRange(0, size);
    }

    @Override
    public boolean addAll(Collection<? extends E> other) {
        return insert(size, other);
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> other) {
        checkPosition(index, size);
        return insert(index, other);
    }

    private boolean insert(int index, Collection<? extends E> other) {
        Object[] added = other.toArray();
        modCount++;
        grow(size + added.length);
        System.arraycopy(elements, index, elements, index + added.length, size - index);
        System.arraycopy(added, 0, elements, index, added.length);
        size += added.length;
        return added.length > 0;
    }

    @Override
    protected void removeRange(int from, int to) {
        if (from > to) {
            throw new IndexOutOfBoundsException("from " + from + ", to " + to);
        }
        modCount++;
        System.arraycopy(elements, to, elements, from, size - to);
        int end = size - (to - from);
        Arrays.fill(elements, end, size, null);
        size = end;
    }

    @Override
    public boolean contains(Object wanted) {
        return indexOf(wanted) >= 0;
    }

    @Override
    public int indexOf(Object wanted) {
        for (int i = 0; i < size; i++) {
            if (Objects.equals(wanted, elements[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(Object wanted) {
        for (int i = size - 1; i >= 0; i--) {
            if (Objects.equals(wanted, elements[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Object[] toArray() {
        return Arrays.copyOf(elements, size);
    }

    @Override
    public boolean removeAll(Collection<?> other) {
        Objects.requireNonNull(other);
        return keep(each -> !other.contains(each), false);
    }

    @Override
    public boolean retainAll(Collection<?> other) {
        Objects.requireNonNull(other);
        return keep(other::contains, false);
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        return keep(each -> !filter.test(each), true);
    }

    /**
     * Asks about all elements before it moves any, because what is asked may look at the list.
     *
     * @param whole do nothing if a question fails or changes the list; otherwise what was decided by then is done
     */
    private boolean keep(Predicate<? super E> kept, boolean whole) {
        int before = modCount;
        int end = size;
        boolean[] removed = new boolean[end];
        boolean asked = false;
        try {
            for (int i = 0; i < end; i++) {
                removed[i] = !kept.test(at(i));
            }
            asked = true;
        } finally {
            if (!asked && !whole) {
                remove(removed, end);
            }
        }
        if (whole) {
            checkUnchanged(before);
        }
        return remove(removed, end);
    }

    private boolean remove(boolean[] removed, int end) {
        int to = 0;
        for (int i = 0; i < end; i++) {
            if (!removed[i]) {
                elements[to++] = elements[i];
            }
        }
        if (to == end) {
            return false;
        }
        Arrays.fill(elements, to, size, null);
        size = to;
        modCount++;
        return true;
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        int before = modCount;
        int end = size;
        for (int i = 0; i < end && modCount == before; i++) {
            action.accept(at(i));
        }
        checkUnchanged(before);
    }

    @Override
    public void replaceAll(UnaryOperator<E> operator) {
        Objects.requireNonNull(operator);
        int before = modCount;
        int end = size;
        for (int i = 0; i < end && modCount == before; i++) {
            elements[i] = operator.apply(at(i));
        }
        checkUnchanged(before);
        modCount++;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void sort(Comparator<? super E> order) {
        int before = modCount;
        Arrays.sort((E[]) elements, 0, size, order);
        checkUnchanged(before);
        modCount++;
    }

    private void checkUnchanged(int before) {
        if (modCount != before) {
            throw new ConcurrentModificationException();
        }
    }

    @Override
    public Object clone() {
        return new ArrayList<>(this);
    }
}
