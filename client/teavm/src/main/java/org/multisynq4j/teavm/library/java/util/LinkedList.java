package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractSequentialList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.multisynq4j.teavm.library.Substitute;

/** A chain of elements. */
@Substitute
public class LinkedList<E> extends AbstractSequentialList<E>
        implements List<E>, Deque<E>, Cloneable, java.io.Serializable {
    private static final long serialVersionUID = 1;

    private transient Node<E> first;
    private transient Node<E> last;
    private transient int size;

    private static final class Node<E> {
        private E element;
        private Node<E> before;
        private Node<E> after;

        Node(E element) {
            this.element = element;
        }
    }

    public LinkedList() {}

    public LinkedList(Collection<? extends E> other) {
        addAll(other);
    }

    private void insert(E element, Node<E> after) {
        Node<E> node = new Node<>(element);
        Node<E> before = after == null ? last : after.before;
        link(before, node);
        link(node, after);
        size++;
        modCount++;
    }

    private void link(Node<E> a, Node<E> b) {
        if (a == null) {
            first = b;
        } else {
            a.after = b;
        }
        if (b == null) {
            last = a;
        } else {
            b.before = a;
        }
    }

    private E removeNode(Node<E> node) {
        link(node.before, node.after);
        size--;
        modCount++;
        return node.element;
    }

    private Node<E> node(int index) {
        Node<E> node;
        if (index < size / 2) {
            node = first;
            for (int i = 0; i < index; i++) {
                node = node.after;
            }
        } else {
            node = last;
            for (int i = size - 1; i > index; i--) {
                node = node.before;
            }
        }
        return node;
    }

    private Node<E> present(Node<E> node) {
        if (node == null) {
            throw new NoSuchElementException();
        }
        return node;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public E get(int index) {
        Objects.checkIndex(index, size);
        return node(index).element;
    }

    @Override
    public E set(int index, E element) {
        Objects.checkIndex(index, size);
        Node<E> node = node(index);
        E before = node.element;
        node.element = element;
        return before;
    }

    @Override
    public boolean add(E element) {
        insert(element, null);
        return true;
    }

    @Override
    public void add(int index, E element) {
        AbstractList.checkPosition(index, size);
        insert(element, index == size ? null : node(index));
    }

    @Override
    public E remove(int index) {
        Objects.checkIndex(index, size);
        return removeNode(node(index));
    }

    @Override
    public boolean remove(Object wanted) {
        return removeFirstOccurrence(wanted);
    }

    @Override
    public void clear() {
        first = null;
        last = null;
        size = 0;
        modCount++;
    }

    @Override
    public boolean addAll(Collection<? extends E> other) {
        return addAll(size, other);
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean addAll(int index, Collection<? extends E> other) {
        AbstractList.checkPosition(index, size);
        Object[] added = other.toArray();
        Node<E> after = index == size ? null : node(index);
        for (Object each : added) {
            insert((E) each, after);
        }
        return added.length > 0;
    }

    @Override
    public boolean contains(Object wanted) {
        return indexOf(wanted) >= 0;
    }

    @Override
    public int indexOf(Object wanted) {
        int index = 0;
        for (Node<E> node = first; node != null; node = node.after) {
            if (Objects.equals(wanted, node.element)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    @Override
    public int lastIndexOf(Object wanted) {
        int index = size - 1;
        for (Node<E> node = last; node != null; node = node.before) {
            if (Objects.equals(wanted, node.element)) {
                return index;
            }
            index--;
        }
        return -1;
    }

    @Override
    public boolean removeFirstOccurrence(Object wanted) {
        for (Node<E> node = first; node != null; node = node.after) {
            if (Objects.equals(wanted, node.element)) {
                removeNode(node);
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean removeLastOccurrence(Object wanted) {
        for (Node<E> node = last; node != null; node = node.before) {
            if (Objects.equals(wanted, node.element)) {
                removeNode(node);
                return true;
            }
        }
        return false;
    }

    @Override
    public void addFirst(E element) {
        insert(element, first);
    }

    @Override
    public void addLast(E element) {
        insert(element, null);
    }

    @Override
    public boolean offer(E element) {
        return add(element);
    }

    @Override
    public boolean offerFirst(E element) {
        addFirst(element);
        return true;
    }

    @Override
    public boolean offerLast(E element) {
        return add(element);
    }

    @Override
    public void push(E element) {
        addFirst(element);
    }

    @Override
    public E getFirst() {
        return present(first).element;
    }

    @Override
    public E getLast() {
        return present(last).element;
    }

    @Override
    public E element() {
        return getFirst();
    }

    @Override
    public E peek() {
        return first == null ? null : first.element;
    }

    @Override
    public E peekFirst() {
        return peek();
    }

    @Override
    public E peekLast() {
        return last == null ? null : last.element;
    }

    @Override
    public E remove() {
        return removeFirst();
    }

    @Override
    public E removeFirst() {
        return removeNode(present(first));
    }

    @Override
    public E removeLast() {
        return removeNode(present(last));
    }

    @Override
    public E pop() {
        return removeFirst();
    }

    @Override
    public E poll() {
        return first == null ? null : removeNode(first);
    }

    @Override
    public E pollFirst() {
        return poll();
    }

    @Override
    public E pollLast() {
        return last == null ? null : removeNode(last);
    }

    @Override
    public Iterator<E> iterator() {
        return listIterator(0);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        AbstractList.checkPosition(index, size);
        return new Cursor(index);
    }

    @Override
    public Iterator<E> descendingIterator() {
        Cursor cursor = new Cursor(size);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasPrevious();
            }

            @Override
            public E next() {
                return cursor.previous();
            }

            @Override
            public void remove() {
                cursor.remove();
            }
        };
    }

    @Override
    public Object clone() {
        return new LinkedList<>(this);
    }

    /** Between two elements. */
    private final class Cursor implements ListIterator<E> {
        private Node<E> next;
        private Node<E> passed;
        private int index;
        private int seen = modCount;

        Cursor(int index) {
            this.index = index;
            next = index == size ? null : node(index);
        }

        private void checkUnchanged() {
            if (modCount != seen) {
                throw new ConcurrentModificationException();
            }
        }

        private void checkPassed() {
            if (passed == null) {
                throw new IllegalStateException();
            }
        }

        @Override
        public boolean hasNext() {
            return index < size;
        }

        @Override
        public E next() {
            checkUnchanged();
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            passed = next;
            next = next.after;
            index++;
            return passed.element;
        }

        @Override
        public boolean hasPrevious() {
            return index > 0;
        }

        @Override
        public E previous() {
            checkUnchanged();
            if (!hasPrevious()) {
                throw new NoSuchElementException();
            }
            next = next == null ? last : next.before;
            passed = next;
            index--;
            return passed.element;
        }

        @Override
        public int nextIndex() {
            return index;
        }

        @Override
        public int previousIndex() {
            return index - 1;
        }

        @Override
        public void remove() {
            checkUnchanged();
            checkPassed();
            if (next == passed) {
                next = passed.after;
            } else {
                index--;
            }
            removeNode(passed);
            passed = null;
            seen = modCount;
        }

        @Override
        public void set(E element) {
            checkPassed();
            checkUnchanged();
            passed.element = element;
        }

        @Override
        public void add(E element) {
            checkUnchanged();
            passed = null;
            insert(element, next);
            index++;
            seen = modCount;
        }
    }
}
