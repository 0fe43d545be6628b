package org.multisynq4j.parity.library;

import java.util.Deque;

/** Steps on a queue with two ends. */
final class FuzzDeques extends FuzzCase {
    FuzzDeques(int seed) {
        super(seed);
    }

    String run(Deque<Integer> deque, int steps) {
        for (int i = 0; i < steps; i++) {
            deque(deque, next(32));
            state(deque);
        }
        return story();
    }

    private void deque(Deque<Integer> deque, int operation) {
        int value = key();
        switch (operation) {
            case 0, 1, 2, 3 -> tell(operation, () -> deque.add(value));
            case 4, 5, 6 -> tell(operation, () -> deque.offerFirst(value));
            case 7 -> tell(operation, () -> Kit.with(deque, d -> d.push(value)));
            case 8 -> tell(operation, deque::poll);
            case 9 -> tell(operation, deque::pollLast);
            case 10 -> tell(operation, deque::pop);
            case 11 -> tell(operation, deque::removeLast);
            case 12 -> tell(operation, () -> Kit.list(deque.peek(), deque.peekLast(), deque.size(), deque.isEmpty()));
            case 13 -> tell(operation, deque::getFirst);
            case 14 -> tell(operation, deque::getLast);
            case 15 -> tell(operation, () -> deque.removeFirstOccurrence(value));
            case 16 -> tell(operation, () -> deque.removeLastOccurrence(value));
            case 17 -> tell(operation, () -> deque.removeIf(x -> x == value || x == value + 2));
            case 18, 19, 20 -> changedWhileIterating(deque, operation);
            case 21 -> tell(operation, () -> visitAndRemove(deque.iterator()));
            case 22 -> tell(operation, () -> visitAndRemove(deque.descendingIterator()));
            case 23 -> tell(operation, () -> deque.addAll(some()));
            case 24 -> tell(operation, () -> deque.contains(value));
            case 25 -> tell(operation, () -> deque.removeAll(some()));
            case 26 ->
                tell(operation, () -> {
                    StringBuilder out = new StringBuilder();
                    for (Integer each : deque) {
                        out.append(each).append(' ');
                        deque.poll();
                    }
                    return out.toString();
                });
            case 27 -> tell(operation, () -> Kit.list(deque.toArray()));
            case 28 ->
                tell(operation, () -> {
                    int[] sum = {0};
                    deque.forEach(x -> {
                        sum[0] += x;
                        if (x == value && next(3) == 0) {
                            deque.addLast(0);
                        }
                    });
                    return sum[0];
                });
            case 29 -> tell(operation, () -> deque.retainAll(Kit.list(1, 2, 3, 4, 5, 6, 7, 8, 9, value)));
            case 30 ->
                tell(
                        operation,
                        () -> next(5) == 0 ? Kit.with(deque, Deque::clear).size() : deque.size());
            default -> tell(operation, () -> Kit.all(deque.descendingIterator()));
        }
    }
}
