package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractSequentialList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.multisynq4j.teavm.library.Substitute;
import org.multisynq4j.teavm.library.java.util.Chain.Node;

/** A chain of elements. */
@Substitute
public class LinkedList<E> extends AbstractSequentialList<E>
        implements List<E>, TwoEnded<E>, Cloneable, java.io.Serializable {
    private static final long serialVersionUID = 1;

    private final transient Chain<E> chain = new Chain<>();

    public LinkedList() {}

    public LinkedList(Collection<? extends E> other) {
        addAll(other);
    }

    private void insert(E element, Node<E> after) {
        chain.insert(element, after);
        modCount++;
    }

    private E removeNode(Node<E> node) {
        chain.remove(node);
        modCount++;
        return node.element;
    }

    private boolean removeFound(Node<E> node) {
        if (node != null) {
            removeNode(node);
        }
        return node != null;
    }

    private E removeOrNull(Node<E> node) {
        return node == null ? null : removeNode(node);
    }

    private static <E> E elementOrNull(Node<E> node) {
        return node == null ? null : node.element;
    }

    private static <E> Node<E> present(Node<E> node) {
        if (node == null) {
            throw new NoSuchElementException();
        }
        return node;
    }

    private Node<E> node(int index) {
        return chain.node(Objects.checkIndex(index, chain.size()));
    }

    @Override
    public int size() {
        return chain.size();
    }

    @Override
    public E get(int index) {
        return node(index).element;
    }

    @Override
    public E set(int index, E element) {
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
        AbstractList.checkPosition(index, chain.size());
        insert(element, chain.node(index));
    }

    @Override
    public E remove(int index) {
        return removeNode(node(index));
    }

    @Override
    public boolean remove(Object wanted) {
        return removeFirstOccurrence(wanted);
    }

    @Override
    public void clear() {
        chain.clear();
        modCount++;
    }

    @Override
    public boolean addAll(Collection<? extends E> other) {
        return addAll(chain.size(), other);
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean addAll(int index, Collection<? extends E> other) {
        AbstractList.checkPosition(index, chain.size());
        Object[] added = other.toArray();
        Node<E> after = chain.node(index);
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
        return chain.index(chain.firstOf(wanted));
    }

    @Override
    public int lastIndexOf(Object wanted) {
        return chain.index(chain.lastOf(wanted));
    }

    @Override
    public boolean removeFirstOccurrence(Object wanted) {
        return removeFound(chain.firstOf(wanted));
    }

    @Override
    public boolean removeLastOccurrence(Object wanted) {
        return removeFound(chain.lastOf(wanted));
    }

    @Override
    public void addFirst(E element) {
        insert(element, chain.first());
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
    public E getFirst() {
        return present(chain.first()).element;
    }

    @Override
    public E getLast() {
        return present(chain.last()).element;
    }

    @Override
    public E peek() {
        return elementOrNull(chain.first());
    }

    @Override
    public E peekFirst() {
        return elementOrNull(chain.first());
    }

    @Override
    public E peekLast() {
        return elementOrNull(chain.last());
    }

    @Override
    public E removeFirst() {
        return removeNode(present(chain.first()));
    }

    @Override
    public E removeLast() {
        return removeNode(present(chain.last()));
    }

    @Override
    public E poll() {
        return removeOrNull(chain.first());
    }

    @Override
    public E pollFirst() {
        return removeOrNull(chain.first());
    }

    @Override
    public E pollLast() {
        return removeOrNull(chain.last());
    }

    @Override
    public Iterator<E> iterator() {
        return listIterator(0);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        AbstractList.checkPosition(index, chain.size());
        return new Cursor(index);
    }

    @Override
    public Iterator<E> descendingIterator() {
        return new BackwardIterator<>(new Cursor(chain.size()));
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
            next = chain.node(index);
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
            return index < chain.size();
        }

        @Override
        public E next() {
            checkUnchanged();
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            passed = next;
            next = next.after();
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
            next = chain.before(next);
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
                next = passed.after();
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
