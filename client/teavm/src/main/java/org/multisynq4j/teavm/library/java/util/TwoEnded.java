package org.multisynq4j.teavm.library.java.util;

import java.util.Deque;

/** A queue whose methods that do not say where, or return whether they could, rest on those that do; on the same ones as the JDK's, for a derived class may see it. */
interface TwoEnded<E> extends Deque<E> {
    @Override
    default boolean offerFirst(E element) {
        addFirst(element);
        return true;
    }

    @Override
    default boolean offerLast(E element) {
        addLast(element);
        return true;
    }

    @Override
    default boolean offer(E element) {
        return offerLast(element);
    }

    @Override
    default void push(E element) {
        addFirst(element);
    }

    @Override
    default E remove() {
        return removeFirst();
    }

    @Override
    default E pop() {
        return removeFirst();
    }

    @Override
    default E poll() {
        return pollFirst();
    }

    @Override
    default E element() {
        return getFirst();
    }

    @Override
    default E peek() {
        return peekFirst();
    }
}
