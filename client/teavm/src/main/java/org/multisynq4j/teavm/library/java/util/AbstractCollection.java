package org.multisynq4j.teavm.library.java.util;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import org.multisynq4j.teavm.library.Substitute;

/** What every collection has; what is looked for is asked whether it equals an element, not the other way round. */
@Substitute
public abstract class AbstractCollection<E> implements Collection<E> {
    protected AbstractCollection() {}

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public boolean contains(Object wanted) {
        for (E each : this) {
            if (Objects.equals(wanted, each)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Object[] toArray() {
        return toArray(new Object[0]);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T[] toArray(T[] array) {
        int size = size();
        T[] result = array.length < size ? Arrays.copyOf(array, size) : array;
        int count = 0;
        for (E each : this) {
            if (count == result.length) {
                result = Arrays.copyOf(result, 2 * count + 1);
            }
            result[count++] = (T) each;
        }
        if (result != array && count < result.length) {
            return Arrays.copyOf(result, count);
        }
        if (count < result.length) {
            result[count] = null;
        }
        return result;
    }

    @Override
    public boolean add(E element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(Object wanted) {
        for (Iterator<E> i = iterator(); i.hasNext(); ) {
            if (Objects.equals(wanted, i.next())) {
                i.remove();
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean containsAll(Collection<?> other) {
        for (Object each : other) {
            if (!contains(each)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean addAll(Collection<? extends E> other) {
        boolean changed = false;
        for (E each : other) {
            changed |= add(each);
        }
        return changed;
    }

    @Override
    public boolean removeAll(Collection<?> other) {
        return keep(Objects.requireNonNull(other), false);
    }

    @Override
    public boolean retainAll(Collection<?> other) {
        return keep(Objects.requireNonNull(other), true);
    }

    private boolean keep(Collection<?> other, boolean kept) {
        boolean changed = false;
        for (Iterator<E> i = iterator(); i.hasNext(); ) {
            if (other.contains(i.next()) != kept) {
                i.remove();
                changed = true;
            }
        }
        return changed;
    }

    @Override
    public void clear() {
        for (Iterator<E> i = iterator(); i.hasNext(); ) {
            i.next();
            i.remove();
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        String separator = "";
        for (E each : this) {
            text.append(separator).append(each == this ? "(this Collection)" : each);
            separator = ", ";
        }
        return text.append(']').toString();
    }
}
