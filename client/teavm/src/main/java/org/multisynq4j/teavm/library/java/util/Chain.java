package org.multisynq4j.teavm.library.java.util;

import java.util.Objects;

/** Elements of which each knows the one before and the one after it. */
final class Chain<E> {
    private Node<E> first;
    private Node<E> last;
    private int size;

    static final class Node<E> {
        E element;
        private Node<E> before;
        private Node<E> after;

        Node(E element) {
            this.element = element;
        }

        /** The next node, or null. */
        Node<E> after() {
            return after;
        }
    }

    int size() {
        return size;
    }

    /** The first node, or null. */
    Node<E> first() {
        return first;
    }

    /** The last node, or null. */
    Node<E> last() {
        return last;
    }

    /** The node before another, or the last one if that is null. */
    Node<E> before(Node<E> node) {
        return node == null ? last : node.before;
    }

    /** @param after the node that comes then, or null at the end */
    void insert(E element, Node<E> after) {
        Node<E> node = new Node<>(element);
        link(before(after), node);
        link(node, after);
        size++;
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

    void remove(Node<E> node) {
        link(node.before, node.after);
        size--;
    }

    void clear() {
        first = null;
        last = null;
        size = 0;
    }

    /** The node at an index, looked for from the nearer end; null at the index after the last. */
    Node<E> node(int index) {
        Node<E> node;
        if (index < size / 2) {
            node = first;
            for (int i = 0; i < index; i++) {
                node = node.after;
            }
        } else {
            node = null;
            for (int i = size; i > index; i--) {
                node = before(node);
            }
        }
        return node;
    }

    /** The first node with an equal element, or null. */
    Node<E> firstOf(Object wanted) {
        Node<E> node = first;
        while (node != null && !Objects.equals(wanted, node.element)) {
            node = node.after;
        }
        return node;
    }

    /** The last node with an equal element, or null. */
    Node<E> lastOf(Object wanted) {
        Node<E> node = last;
        while (node != null && !Objects.equals(wanted, node.element)) {
            node = node.before;
        }
        return node;
    }

    /** How many nodes come before one; −1 if there is none. */
    int index(Node<E> node) {
        int index = -1;
        for (Node<E> each = node; each != null; each = each.before) {
            index++;
        }
        return index;
    }
}
