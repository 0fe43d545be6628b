package org.multisynq4j.teavm.library.java.util;

import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Elements in a circular array. What an iterator meets when they change under it depends on where they lie, so capacities and places are those of the JDK's class.
 */
final class Ring<E> {
    private static final int DOUBLED_BELOW = 64;

    /** Always with a free place. */
    private Object[] elements;

    private int head;
    /** The place after the last element. */
    private int tail;

    Ring(int capacity) {
        elements = new Object[capacity];
    }

    Ring(Ring<E> other) {
        elements = other.elements.clone();
        head = other.head;
        tail = other.tail;
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

    int size() {
        return tail >= head ? tail - head : tail - head + elements.length;
    }

    boolean isEmpty() {
        return head == tail;
    }

    /** The first element, or null. */
    E first() {
        return at(head);
    }

    /** The last element, or null. */
    E last() {
        return at(before(tail));
    }

    /** Makes places for that many elements more. */
    void reserve(int count) {
        int missing = size() + count + 1 - elements.length;
        if (missing > 0) {
            grow(missing, false);
        }
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

    void addFirst(E element) {
        head = before(head);
        elements[head] = element;
        if (head == tail) {
            grow(1, true);
        }
    }

    void addLast(E element) {
        elements[tail] = element;
        tail = after(tail);
        if (head == tail) {
            grow(1, true);
        }
    }

    /** The first element, which goes, or null. */
    E pollFirst() {
        E element = at(head);
        if (element != null) {
            elements[head] = null;
            head = after(head);
        }
        return element;
    }

    /** The last element, which goes, or null. */
    E pollLast() {
        int last = before(tail);
        E element = at(last);
        if (element != null) {
            elements[last] = null;
            tail = last;
        }
        return element;
    }

    boolean contains(Object wanted) {
        for (int i = head; wanted != null && i != tail; i = after(i)) {
            if (wanted.equals(elements[i])) {
                return true;
            }
        }
        return false;
    }

    void clear() {
        while (head != tail) {
            elements[head] = null;
            head = after(head);
        }
        head = 0;
        tail = 0;
    }

    void forEach(Consumer<? super E> action) {
        Object[] places = elements;
        int end = tail;
        for (int i = head; i != end; i = i + 1 == places.length ? 0 : i + 1) {
            @SuppressWarnings("unchecked")
            E element = (E) places[i];
            action.accept(element);
        }
        checkEnd(end);
    }

    private void checkEnd(int before) {
        if (tail != before) {
            throw new ConcurrentModificationException();
        }
    }

    /** Asks about all elements before it removes those that are not kept; whether there were any. */
    boolean keep(Predicate<? super E> kept) {
        int end = tail;
        boolean[] removed = new boolean[elements.length];
        boolean any = false;
        for (int i = head; i != end; i = after(i)) {
            removed[i] = !kept.test(at(i));
            any |= removed[i];
        }
        checkEnd(end);
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

    Iterator<E> iterator(boolean down) {
        return new Cursor(down);
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
}
