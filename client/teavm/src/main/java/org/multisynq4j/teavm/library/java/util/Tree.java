package org.multisynq4j.teavm.library.java.util;

import java.util.AbstractMap;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Objects;

/** A balanced search tree whose nodes are also a list in their order, so that iterating compares nothing. */
final class Tree<K, V> {
    final Comparator<? super K> order;
    private Node<K, V> root;
    Node<K, V> first;
    Node<K, V> last;
    int size;
    /** How often the tree grew or shrank. */
    int changes;

    /** @param order or null for that of the keys */
    Tree(Comparator<? super K> order) {
        this.order = order;
    }

    /** An entry of the map that stays in it until it is removed. */
    static final class Node<K, V> extends AbstractMap.SimpleEntry<K, V> {
        private static final long serialVersionUID = 1;
        private transient Node<K, V> up;
        private transient Node<K, V> left;
        private transient Node<K, V> right;
        transient Node<K, V> before;
        transient Node<K, V> after;
        private int height = 1;

        Node(K key, V value) {
            super(key, value);
        }

        private int lean() {
            return height(left) - height(right);
        }

        private static int height(Node<?, ?> node) {
            return node == null ? 0 : node.height;
        }

        private void measure() {
            height = 1 + Math.max(height(left), height(right));
        }
    }

    @SuppressWarnings("unchecked")
    int compare(Object a, Object b) {
        return order == null ? ((Comparable<? super K>) a).compareTo((K) b) : order.compare((K) a, (K) b);
    }

    /** The node of a key, or null. A null key is an error if the keys order themselves. */
    Node<K, V> find(Object key) {
        checkKey(key);
        Node<K, V> at = root;
        while (at != null) {
            int c = compare(key, at.getKey());
            if (c == 0) {
                return at;
            }
            at = c < 0 ? at.left : at.right;
        }
        return null;
    }

    private void checkKey(Object key) {
        if (order == null) {
            Comparable.class.cast(Objects.requireNonNull(key));
        }
    }

    /** The first node whose key is greater, or equal if that is allowed; null if there is none. */
    Node<K, V> above(K key, boolean orEqual) {
        Node<K, V> found = null;
        Node<K, V> at = root;
        while (at != null) {
            int c = compare(key, at.getKey());
            if (c < 0 || c == 0 && orEqual) {
                found = at;
                at = at.left;
            } else {
                at = at.right;
            }
        }
        return found;
    }

    /** The last node whose key is less, or equal if that is allowed; null if there is none. */
    Node<K, V> below(K key, boolean orEqual) {
        Node<K, V> found = null;
        Node<K, V> at = root;
        while (at != null) {
            int c = compare(key, at.getKey());
            if (c > 0 || c == 0 && orEqual) {
                found = at;
                at = at.right;
            } else {
                at = at.left;
            }
        }
        return found;
    }

    V put(K key, V value, boolean replace) {
        if (root == null) {
            compare(key, key);
            append(key, value);
            return null;
        }
        checkKey(key);
        Node<K, V> at = root;
        while (true) {
            int c = compare(key, at.getKey());
            if (c == 0) {
                V before = at.getValue();
                if (replace || before == null) {
                    at.setValue(value);
                }
                return before;
            }
            Node<K, V> next = c < 0 ? at.left : at.right;
            if (next == null) {
                insert(new Node<>(key, value), at, c < 0);
                return null;
            }
            at = next;
        }
    }

    /** Adds a key that comes after all others. */
    void append(K key, V value) {
        insert(new Node<>(key, value), last, false);
    }

    private void insert(Node<K, V> node, Node<K, V> up, boolean left) {
        node.up = up;
        if (up == null) {
            root = node;
            first = node;
            last = node;
        } else if (left) {
            up.left = node;
            link(up.before, node);
            link(node, up);
        } else {
            up.right = node;
            link(node, up.after);
            link(up, node);
        }
        size++;
        changes++;
        balance(up);
    }

    private void link(Node<K, V> a, Node<K, V> b) {
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

    void remove(Node<K, V> node) {
        Node<K, V> changed = node.up;
        if (node.left == null || node.right == null) {
            replace(node, node.left == null ? node.right : node.left);
        } else {
            Node<K, V> heir = node.after;
            changed = heir;
            if (heir.up != node) {
                changed = heir.up;
                replace(heir, heir.right);
                adopt(heir, node.right, false);
            }
            adopt(heir, node.left, true);
            replace(node, heir);
        }
        link(node.before, node.after);
        size--;
        changes++;
        balance(changed);
    }

    private void adopt(Node<K, V> parent, Node<K, V> child, boolean left) {
        if (left) {
            parent.left = child;
        } else {
            parent.right = child;
        }
        if (child != null) {
            child.up = parent;
        }
    }

    /** Puts another node, or none, where a node is. */
    private void replace(Node<K, V> node, Node<K, V> by) {
        if (node.up == null) {
            root = by;
            if (by != null) {
                by.up = null;
            }
        } else {
            adopt(node.up, by, node.up.left == node);
        }
    }

    private void balance(Node<K, V> from) {
        for (Node<K, V> at = from; at != null; at = at.up) {
            int lean = at.lean();
            if (lean > 1) {
                if (at.left.lean() < 0) {
                    rotate(at.left, true);
                }
                at = rotate(at, false);
            } else if (lean < -1) {
                if (at.right.lean() > 0) {
                    rotate(at.right, false);
                }
                at = rotate(at, true);
            }
            at.measure();
        }
    }

    /** Puts a child in its parent's place, the right one to turn left; returns it. */
    private Node<K, V> rotate(Node<K, V> node, boolean left) {
        Node<K, V> top = left ? node.right : node.left;
        replace(node, top);
        adopt(node, left ? top.left : top.right, !left);
        adopt(top, node, left);
        node.measure();
        top.measure();
        return top;
    }

    void checkUnchanged(int before) {
        if (changes != before) {
            throw new ConcurrentModificationException();
        }
    }

    void clear() {
        root = null;
        first = null;
        last = null;
        size = 0;
        changes++;
    }
}
