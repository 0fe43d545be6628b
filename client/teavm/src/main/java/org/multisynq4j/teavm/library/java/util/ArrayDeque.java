package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.multisynq4j.teavm.library.Substitute;

/** A queue in a circular array. */
@Substitute
public class ArrayDeque<E> extends AbstractCollection<E> implements TwoEnded<E>, Cloneable, java.io.Serializable {
    private static final long serialVersionUID = 1;
    private static final int FIRST_CAPACITY = 17;

    private final transient Ring<E> ring;

    private ArrayDeque(Ring<E> ring) {
        this.ring = ring;
    }

    public ArrayDeque() {
        this(new Ring<>(FIRST_CAPACITY));
    }

    public ArrayDeque(int capacity) {
        this(new Ring<>(capacity < 1 ? 1 : capacity + 1));
    }

    public ArrayDeque(Collection<? extends E> other) {
        this(other.size());
        for (E each : other) {
            addLast(each);
        }
    }

    @Override
    public void addFirst(E element) {
        ring.addFirst(Objects.requireNonNull(element));
    }

    @Override
    public void addLast(E element) {
        ring.addLast(Objects.requireNonNull(element));
    }

    @Override
    public boolean addAll(Collection<? extends E> other) {
        int size = size();
        // As the JDK does: enough places first, then one after the other.
        ring.reserve(other.size());
        other.forEach(this::addLast);
        return size() > size;
    }

    private static <T> T present(T element) {
        if (element == null) {
            throw new NoSuchElementException();
        }
        return element;
    }

    @Override
    public E removeFirst() {
        return present(pollFirst());
    }

    @Override
    public E removeLast() {
        return present(pollLast());
    }

    @Override
    public E pollFirst() {
        return ring.pollFirst();
    }

    @Override
    public E pollLast() {
        return ring.pollLast();
    }

    @Override
    public E getFirst() {
        return present(ring.first());
    }

    @Override
    public E getLast() {
        return present(ring.last());
    }

    @Override
    public E peekFirst() {
        return ring.first();
    }

    @Override
    public E peekLast() {
        return ring.last();
    }

    @Override
    public boolean removeFirstOccurrence(Object wanted) {
        return removeFrom(iterator(), wanted);
    }

    @Override
    public boolean removeLastOccurrence(Object wanted) {
        return removeFrom(descendingIterator(), wanted);
    }

    private static boolean removeFrom(Iterator<?> i, Object wanted) {
        while (wanted != null && i.hasNext()) {
            if (wanted.equals(i.next())) {
                i.remove();
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean add(E element) {
        addLast(element);
        return true;
    }

    @Override
    public boolean remove(Object wanted) {
        return removeFirstOccurrence(wanted);
    }

    @Override
    public boolean contains(Object wanted) {
        return ring.contains(wanted);
    }

    @Override
    public int size() {
        return ring.size();
    }

    @Override
    public boolean isEmpty() {
        return ring.isEmpty();
    }

    @Override
    public void clear() {
        ring.clear();
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        ring.forEach(Objects.requireNonNull(action));
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        return ring.keep(filter.negate());
    }

    @Override
    public boolean removeAll(Collection<?> other) {
        Objects.requireNonNull(other);
        return ring.keep(each -> !other.contains(each));
    }

    @Override
    public boolean retainAll(Collection<?> other) {
        Objects.requireNonNull(other);
        return ring.keep(other::contains);
    }

    @Override
    public Iterator<E> iterator() {
        return ring.iterator(false);
    }

    @Override
    public Iterator<E> descendingIterator() {
        return ring.iterator(true);
    }

    @Override
    public ArrayDeque<E> clone() {
        return new ArrayDeque<>(new Ring<>(ring));
    }
}
