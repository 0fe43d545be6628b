package org.multisynq4j.parity.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;

/** Steps on a list and on parts of it. */
final class FuzzLists extends FuzzCase {
    FuzzLists(int seed) {
        super(seed);
    }

    String run(List<Integer> list, int steps) {
        for (int i = 0; i < steps; i++) {
            if (list.size() > 40) {
                list.clear();
            }
            list(list, next(30), 2);
            state(list);
        }
        return story();
    }

    String sort(int steps) {
        for (int i = 0; i < steps; i++) {
            sorting();
        }
        return story();
    }

    private void list(List<Integer> list, int operation, int depth) {
        int index = next(list.size() + 3) - 1;
        int value = key();
        switch (operation) {
            case 0, 1, 2, 3, 4 -> tell(operation, () -> list.add(value));
            case 5 ->
                tell(operation, () -> {
                    list.add(index, value);
                    return list.size();
                });
            case 6 -> tell(operation, () -> list.get(index));
            case 7 -> tell(operation, () -> list.set(index, value));
            case 8 -> tell(operation, () -> list.remove(index));
            case 9 -> tell(operation, () -> list.remove((Integer) value));
            case 10 -> {
                List<Integer> some = some();
                tell(operation, () -> list.addAll(index, some));
            }
            case 11 -> {
                List<Integer> some = some();
                tell(operation, () -> list.addAll(some));
            }
            case 12 -> {
                List<Integer> some = some();
                tell(operation, () -> list.removeAll(some));
            }
            case 13 -> tell(operation, () -> list.removeIf(x -> x > value && x < value + 3));
            case 14 -> tell(operation, () -> Kit.with(list, l -> l.replaceAll(x -> (x + 1) % KEYS)));
            case 15 -> tell(operation, () -> Kit.with(list, l -> l.sort(chance() ? null : Comparator.reverseOrder())));
            case 16 ->
                tell(operation, () -> Kit.list(list.indexOf(value), list.lastIndexOf(value), list.contains(value)));
            case 17, 18 -> changedWhileIterating(list, operation);
            case 19, 20, 21 -> cursor(list, operation);
            case 22, 23 -> {
                int to = index + next(4);
                if (depth > 0) {
                    tell(operation, () -> {
                        List<Integer> part = list.subList(index, to);
                        list(part, next(30), depth - 1);
                        list(part, next(30), depth - 1);
                        if (next(6) == 0) {
                            list.add(value);
                        }
                        return part.toString();
                    });
                }
            }
            case 24 ->
                tell(operation, () -> {
                    int[] sum = {0};
                    list.forEach(x -> {
                        sum[0] = sum[0] * 31 + x;
                        if (x == value && list.size() < 60) {
                            list.add(1);
                        }
                    });
                    return sum[0];
                });
            case 25 ->
                tell(operation, () -> list.stream().filter(x -> x > value).toList());
            case 26 -> tell(operation, () -> list.equals(some()) || list.equals(new ArrayList<>(list)));
            case 27 ->
                tell(operation, () -> {
                    List<Integer> some = some();
                    return list.retainAll(some.isEmpty() ? list : some);
                });
            case 28 ->
                tell(
                        operation,
                        () -> list.removeIf(x -> {
                            if (x == value && next(8) == 0) {
                                throw new IllegalStateException();
                            }
                            return x == value + 1;
                        }));
            default -> tell(operation, () -> Kit.list(list.toArray().length, list.isEmpty()));
        }
    }

    private void cursor(List<Integer> list, int operation) {
        int start = next(list.size() + 2);
        tell(operation, () -> {
            ListIterator<Integer> i = list.listIterator(start);
            StringBuilder out = new StringBuilder();
            for (int step = 0; step < 12; step++) {
                int what = next(9);
                out.append(what)
                        .append('=')
                        .append(Kit.show(Kit.fails(() -> cursorStep(list, i, what))))
                        .append(' ');
            }
            return out.toString();
        });
    }

    private Object cursorStep(List<Integer> list, ListIterator<Integer> i, int what) {
        switch (what) {
            case 0, 1 -> {
                return i.next();
            }
            case 2 -> {
                return i.previous();
            }
            case 3 -> i.remove();
            case 4 -> i.set(key());
            case 5 -> i.add(key());
            case 6 -> {
                return Kit.list(i.hasNext(), i.hasPrevious());
            }
            case 7 -> {
                return Kit.list(i.nextIndex(), i.previousIndex());
            }
            default -> {
                if (next(5) == 0) {
                    list.remove(list.size() - 1);
                }
            }
        }
        return "";
    }

    private void sorting() {
        int size = next(4) == 0 ? next(700) : next(50);
        int values = 1 + next(4) * next(100);
        int runs = next(3);
        Integer[] array = new Integer[size];
        for (int i = 0; i < size; i++) {
            array[i] = runs == 0 || i == 0 || next(20) == 0 ? next(values) : array[i - 1] + (runs == 1 ? 1 : -next(2));
        }
        int kind = next(3);
        Arrays.sort(
                array,
                switch (kind) {
                    case 0 -> Comparator.reverseOrder();
                    case 1 -> Comparator.comparing(x -> x % 7);
                    default -> null;
                });
        state(array);
    }
}
