package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.multisynq4j.teavm.library.Substitute;

/**
 * A queue in a circular array. What an iterator meets when the queue changes under it depends on where the elements lie, so capacities and places are the JDK's.
 */
@Substitute
public class ArrayDeque<E> extends AbstractCollection<E> implements Deque<E>, Cloneable, java.io.Serializable {
    private static final long serialVersionUID = 1;
    private static final int FIRST_CAPACITY = 17;
    private static final int DOUBLED_BELOW = 64;

    /** Always with a free place. */
    private transient Object[] elements;

    private transient int head;
    /** The place after the last element. */
    private transient int tail;

    public ArrayDeque() {
        elements = new Object[FIRST_CAPACITY];
    }

    public ArrayDeque(int capacity) {
        elements = new Object[capacity < 1 ? 1 : capacity + 1];
    }

    public ArrayDeque(Collection<? extends E> other) {
        this(other.size());
        for (E each : other) {
            addLast(each);
        }
    }

    private int after(int place) {
        return place + 1 == elements.length ? 0 : place + 1;
    }

    private int before(int place) {
        return place == 0 ? elements.length - 1 : place - 1;
    }

    @SuppressWarnings("unchecked")
    private E at(int place) {
        return (E) elements[place];
    }

    /** To be called when at least this many places are missing; full if head and tail meet. */
    private void grow(int missing, boolean full) {
        int capacity = elements.length;
        int added = Math.max(missing, capacity < DOUBLED_BELOW ? capacity + 2 : capacity >> 1);
        Object[] larger = new Object[capacity + added];
        if (tail < head || full) {
            System.arraycopy(elements, 0, larger, 0, tail);
            System.arraycopy(elements, head, larger, head + added, capacity - head);
            head += added;
        } else {
            System.arraycopy(elements, 0, larger, 0, capacity);
        }
        elements = larger;
    }

    @Override
    public void addFirst(E element) {
        Objects.requireNonNull(element);
        head = before(head);
        elements[head] = element;
        if (head == tail) {
            grow(1, true);
        }
    }

    @Override
    public void addLast(E element) {
        Objects.requireNonNull(element);
        elements[tail] = element;
        tail = after(tail);
        if (head == tail) {
            grow(1, true);
        }
    }

    @Override
    public boolean addAll(Collection<? extends E> other) {
        int size = size();
        // As the JDK does: enough places first, then one after the other.
        int missing = size + other.size() + 1 - elements.length;
        if (missing > 0) {
            grow(missing, false);
        }
        other.forEach(this::addLast);
        return size() > size;
    }

    @Override
    public boolean offerFirst(E element) {
        addFirst(element);
        return true;
    }

    @Override
    public boolean offerLast(E element) {
        addLast(element);
        return true;
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
        E element = at(head);
        if (element != null) {
            elements[head] = null;
            head = after(head);
        }
        return element;
    }

    @Override
    public E pollLast() {
        int last = before(tail);
        E element = at(last);
        if (element != null) {
            elements[last] = null;
            tail = last;
        }
        return element;
    }

    @Override
    public E getFirst() {
        return present(at(head));
    }

    @Override
    public E getLast() {
        return present(at(before(tail)));
    }

    @Override
    public E peekFirst() {
        return at(head);
    }

    @Override
    public E peekLast() {
        return at(before(tail));
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
    public boolean offer(E element) {
        return offerLast(element);
    }

    @Override
    public E remove() {
        return removeFirst();
    }

    @Override
    public E poll() {
        return pollFirst();
    }

    @Override
    public E element() {
        return getFirst();
    }

    @Override
    public E peek() {
        return peekFirst();
    }

    @Override
    public void push(E element) {
        addFirst(element);
    }

    @Override
    public E pop() {
        return removeFirst();
    }

    @Override
    public boolean remove(Object wanted) {
        return removeFirstOccurrence(wanted);
    }

    @Override
    public boolean contains(Object wanted) {
        for (int i = head; wanted != null && i != tail; i = after(i)) {
            if (wanted.equals(elements[i])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int size() {
        return tail >= head ? tail - head : tail - head + elements.length;
    }

    @Override
    public boolean isEmpty() {
        return head == tail;
    }

    @Override
    public void clear() {
        while (head != tail) {
            elements[head] = null;
            head = after(head);
        }
        head = 0;
        tail = 0;
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        Object[] places = elements;
        int end = tail;
        for (int i = head; i != end; i = i + 1 == places.length ? 0 : i + 1) {
            @SuppressWarnings("unchecked")
            E element = (E) places[i];
            action.accept(element);
        }
        if (end != tail) {
            throw new ConcurrentModificationException();
        }
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        return keep(filter.negate());
    }

    @Override
    public boolean removeAll(Collection<?> other) {
        Objects.requireNonNull(other);
        return keep(each -> !other.contains(each));
    }

    @Override
    public boolean retainAll(Collection<?> other) {
        Objects.requireNonNull(other);
        return keep(other::contains);
    }

    private boolean keep(Predicate<? super E> kept) {
        int end = tail;
        boolean[] removed = new boolean[elements.length];
        boolean any = false;
        for (int i = head; i != end; i = after(i)) {
            removed[i] = !kept.test(at(i));
            any |= removed[i];
        }
        if (end != tail) {
            throw new ConcurrentModificationException();
        }
        if (!any) {
            return false;
        }
        int to = head;
        for (int i = head; i != end; i = after(i)) {
            if (!removed[i]) {
                elements[to] = elements[i];
                to = after(to);
            }
        }
        for (int i = to; i != end; i = after(i)) {
            elements[i] = null;
        }
        tail = to;
        return true;
    }

    /** Closes the gap from the nearer end; whether the elements after it moved. */
    private boolean removeAt(int place) {
        int capacity = elements.length;
        int front = place - head + (place < head ? capacity : 0);
        int back = tail - place + (tail < place ? capacity : 0) - 1;
        int at = place;
        if (front < back) {
            for (int i = front; i > 0; i--) {
                elements[at] = elements[before(at)];
                at = before(at);
            }
            elements[at] = null;
            head = after(head);
            return false;
        }
        for (int i = back; i > 0; i--) {
            elements[at] = elements[after(at)];
            at = after(at);
        }
        elements[at] = null;
        tail = before(tail);
        return true;
    }

    @Override
    public Iterator<E> iterator() {
        return new Cursor(false);
    }

    @Override
    public Iterator<E> descendingIterator() {
        return new Cursor(true);
    }

    private final class Cursor implements Iterator<E> {
        private final boolean down;
        private int next;
        private int left = size();
        private int passed = -1;

        Cursor(boolean down) {
            this.down = down;
            next = down ? before(tail) : head;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public E next() {
            if (left <= 0) {
                throw new NoSuchElementException();
            }
            E element = at(next);
            if (element == null) {
                throw new ConcurrentModificationException();
            }
            passed = next;
            next = down ? before(next) : after(next);
            left--;
            return element;
        }

        @Override
        public void remove() {
            if (passed < 0) {
                throw new IllegalStateException();
            }
            boolean laterMoved = removeAt(passed);
            if (down && !laterMoved) {
                next = after(next);
            } else if (!down && laterMoved) {
                next = before(next);
            }
            passed = -1;
        }
    }

    @Override
    public ArrayDeque<E> clone() {
        ArrayDeque<E> copy = new ArrayDeque<>(0);
        copy.elements = elements.clone();
        copy.head = head;
        copy.tail = tail;
        return copy;
    }
}
