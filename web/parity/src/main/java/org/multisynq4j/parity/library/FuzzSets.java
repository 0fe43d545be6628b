package org.multisynq4j.parity.library;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Supplier;

/** Steps on a set, and if it is sorted on views of it. */
final class FuzzSets extends FuzzCase {
    FuzzSets(int seed) {
        super(seed);
    }

    String run(Set<Integer> set, int steps) {
        for (int i = 0; i < steps; i++) {
            set(set, next(15));
            state(set);
        }
        return story();
    }

    String run(NavigableSet<Integer> set, int steps) {
        for (int i = 0; i < steps; i++) {
            set(set, next(15));
            sortedSet(set, 2);
            state(set);
        }
        return story();
    }

    private void set(Set<Integer> set, int operation) {
        int value = key();
        switch (operation) {
            case 0, 1, 2, 3 -> tell(operation, () -> set.add(value));
            case 4 -> tell(operation, () -> set.remove(value));
            case 5 -> tell(operation, () -> set.addAll(some()));
            case 6 -> tell(operation, () -> set.removeAll(some()));
            case 7 -> tell(operation, () -> set.retainAll(Kit.list(0, 1, 2, 3, 4, 5, 6, 7, value)));
            case 8 ->
                tell(
                        operation,
                        () -> Kit.list(set.contains(value), set.containsAll(some()), set.size(), set.isEmpty()));
            case 9, 10 -> changedWhileIterating(set, operation);
            case 11 -> tell(operation, () -> visitAndRemove(set.iterator()));
            case 12 -> tell(operation, () -> set.removeIf(x -> x == value));
            case 13 -> tell(operation, () -> Kit.list(set.equals(Collections.singleton(value)), set.toArray().length));
            default ->
                tell(operation, () -> {
                    int[] sum = {0};
                    set.forEach(x -> {
                        sum[0] = sum[0] * 31 + x;
                        if (x == value && next(4) == 0) {
                            set.add(x + 1);
                        }
                    });
                    return next(9) == 0 ? Kit.with(set, Set::clear) : sum[0];
                });
        }
    }

    private void sortedSet(NavigableSet<Integer> set, int depth) {
        int value = key();
        int to = value + next(5) - 1;
        int operation = next(12);
        switch (operation) {
            case 0 ->
                tell(
                        operation,
                        () -> Kit.list(set.floor(value), set.lower(value), set.ceiling(value), set.higher(value)));
            case 1 -> tell(operation, () -> Kit.list(set.first(), set.last()));
            case 2 -> tell(operation, set::pollFirst);
            case 3 -> tell(operation, set::pollLast);
            case 4 -> tell(operation, () -> Kit.all(set.descendingIterator()));
            case 5 -> setView(operation, depth, set::descendingSet);
            case 6 -> setView(operation, depth, () -> set.subSet(value, chance(), to, chance()));
            case 7 -> setView(operation, depth, () -> set.headSet(value, chance()));
            case 8 -> setView(operation, depth, () -> set.tailSet(value, chance()));
            case 9 -> setView(operation, depth, () -> (NavigableSet<Integer>) set.subSet(value, to));
            case 10 -> tell(operation, () -> visitAndRemove(set.descendingIterator()));
            default ->
                tell(operation, () -> Kit.list(set.headSet(value), set.tailSet(value), set.comparator() == null));
        }
    }

    private void setView(int operation, int depth, Supplier<NavigableSet<Integer>> make) {
        if (depth > 0) {
            tell(operation, () -> {
                NavigableSet<Integer> view = make.get();
                for (int i = 0; i < 3; i++) {
                    set(view, next(15));
                    sortedSet(view, depth - 1);
                }
                return view;
            });
        }
    }
}
