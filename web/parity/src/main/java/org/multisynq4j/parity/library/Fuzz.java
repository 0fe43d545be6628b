package org.multisynq4j.parity.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Random uses of collections, sensible and not: each does a number of steps and tells what every one of them gave, failures included. The expressions of the library
 * table compare a hash of that between platforms; a test on the JVM compares the text between a substitute and the JDK's class.
 */
public final class Fuzz {
    private static final int KEYS = 12;

    private final StringBuilder story = new StringBuilder();
    private int state;

    private Fuzz(int seed) {
        state = seed * 0x9E3779B9 + 1;
    }

    private int next(int bound) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return (state >>> 1) % bound;
    }

    private boolean chance() {
        return next(2) == 0;
    }

    private void tell(int operation, Kit.Step step) {
        story.append(operation).append(": ").append(Kit.show(Kit.fails(step))).append(' ');
    }

    private void state(Object value) {
        story.append("-> ").append(Kit.show(value)).append('\n');
    }

    private int key() {
        return next(KEYS);
    }

    private List<Integer> some() {
        List<Integer> list = new ArrayList<>();
        for (int i = next(4); i > 0; i--) {
            list.add(key());
        }
        return list;
    }

    /** Steps on a list. */
    public static String lists(Supplier<List<Integer>> make, int seed, int steps) {
        Fuzz fuzz = new Fuzz(seed);
        List<Integer> list = make.get();
        for (int i = 0; i < steps; i++) {
            if (list.size() > 40) {
                list.clear();
            }
            fuzz.list(list, fuzz.next(30), 2);
            fuzz.state(list);
        }
        return fuzz.story.toString();
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

    /** A loop whose body adds to or removes from what it goes through. */
    private void changedWhileIterating(Collection<Integer> all, int operation) {
        int value = key();
        boolean add = chance();
        int most = next(3) + 1;
        tell(operation, () -> {
            int count = 0;
            int passed = 0;
            for (Integer each : all) {
                passed = passed * 31 + each;
                if (each == value && count++ < most) {
                    if (add) {
                        all.add(value + 1);
                    } else {
                        all.remove(each);
                    }
                }
                if (passed == Integer.MIN_VALUE || count > 30) {
                    break;
                }
            }
            return passed;
        });
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

    /** Steps on a queue with two ends. */
    public static String deques(Supplier<Deque<Integer>> make, int seed, int steps) {
        Fuzz fuzz = new Fuzz(seed);
        Deque<Integer> deque = make.get();
        for (int i = 0; i < steps; i++) {
            fuzz.deque(deque, fuzz.next(32));
            fuzz.state(deque);
        }
        return fuzz.story.toString();
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

    private Object visitAndRemove(Iterator<Integer> i) {
        StringBuilder out = new StringBuilder();
        while (i.hasNext()) {
            out.append(i.next()).append(' ');
            if (next(3) == 0) {
                i.remove();
            }
            if (next(20) == 0) {
                i.remove();
            }
        }
        return out.toString();
    }

    /** Steps on a map. */
    public static String maps(Supplier<Map<Integer, Integer>> make, int seed, int steps) {
        Fuzz fuzz = new Fuzz(seed);
        Map<Integer, Integer> map = make.get();
        for (int i = 0; i < steps; i++) {
            fuzz.map(map, fuzz.next(26));
            fuzz.state(map);
        }
        return fuzz.story.toString();
    }

    private Integer nullAtTimes(int value) {
        return next(6) == 0 ? null : (Integer) value;
    }

    private int changingAtTimes(Map<Integer, Integer> map, int value) {
        if (next(8) == 0) {
            map.put(value + 1, value);
        }
        return value;
    }

    private void map(Map<Integer, Integer> map, int operation) {
        int key = key();
        int value = key();
        switch (operation) {
            case 0, 1, 2 -> tell(operation, () -> map.put(key, nullAtTimes(value)));
            case 3 -> tell(operation, () -> map.putIfAbsent(key, value));
            case 4, 5 -> tell(operation, () -> map.remove(key));
            case 6 -> tell(operation, () -> map.remove(key, value));
            case 7 -> tell(operation, () -> map.replace(key, value));
            case 8 -> tell(operation, () -> map.replace(key, value, key));
            case 9 -> tell(operation, () -> map.computeIfAbsent(key, k -> nullAtTimes(changingAtTimes(map, value))));
            case 10 -> tell(operation, () -> map.computeIfPresent(key, (k, v) -> nullAtTimes(changingAtTimes(map, v))));
            case 11 -> tell(operation, () -> map.compute(key, (k, v) -> nullAtTimes(changingAtTimes(map, value))));
            case 12 -> tell(operation, () -> map.merge(key, value, (a, b) -> nullAtTimes(changingAtTimes(map, a + b))));
            case 13 -> tell(operation, () -> Kit.list(map.get(key), map.getOrDefault(key, -1), map.containsKey(key)));
            case 14 -> tell(operation, () -> Kit.list(map.containsValue(value), map.size(), map.isEmpty()));
            case 15 ->
                tell(operation, () -> {
                    int[] sum = {0};
                    map.forEach((k, v) -> sum[0] = sum[0] * 31 + changingAtTimes(map, k));
                    return sum[0];
                });
            case 16 -> tell(operation, () -> Kit.with(map, m -> m.replaceAll((k, v) -> v == null ? k : v + k)));
            case 17 -> changedWhileIterating(map, operation);
            case 18 -> tell(operation, () -> visitAndRemove(map.keySet().iterator()));
            case 19 -> tell(operation, () -> map.values().remove(value));
            case 20 -> tell(operation, () -> map.keySet().retainAll(Kit.list(0, 1, 2, 3, 4, 5, 6, 7, 8, key)));
            case 21 -> tell(operation, () -> map.entrySet().removeIf(e -> e.getKey() == key));
            case 22 -> tell(operation, () -> map.entrySet().contains(Map.entry(key, value)));
            case 23 ->
                tell(operation, () -> {
                    for (Map.Entry<Integer, Integer> each : map.entrySet()) {
                        each.setValue(each.getKey() + 1);
                    }
                    return map.values();
                });
            case 24 ->
                tell(operation, () -> {
                    map.putAll(Kit.map(key, value, value, key));
                    return next(6) == 0 ? Kit.with(map, Map::clear) : map.keySet();
                });
            default -> tell(operation, () -> Kit.list(map.equals(Kit.map(key, value)), map.toString()));
        }
    }

    private void changedWhileIterating(Map<Integer, Integer> map, int operation) {
        int key = key();
        boolean add = chance();
        tell(operation, () -> {
            int passed = 0;
            for (Integer each : map.keySet()) {
                passed = passed * 31 + each;
                if (each == key) {
                    if (add) {
                        map.put(key + 1, 1);
                    } else {
                        map.remove(key);
                    }
                }
            }
            return passed;
        });
    }

    /** Steps on a sorted map and on the views of it. */
    public static String sortedMaps(Supplier<NavigableMap<Integer, Integer>> make, int seed, int steps) {
        Fuzz fuzz = new Fuzz(seed);
        NavigableMap<Integer, Integer> map = make.get();
        for (int i = 0; i < steps; i++) {
            fuzz.map(map, fuzz.next(26));
            fuzz.sortedMap(map, 2);
            fuzz.state(map);
        }
        return fuzz.story.toString();
    }

    private void sortedMap(NavigableMap<Integer, Integer> map, int depth) {
        int key = key();
        int to = key + next(5) - 1;
        boolean inclusive = chance();
        int operation = next(16);
        switch (operation) {
            case 0 ->
                tell(
                        operation,
                        () -> Kit.list(map.floorKey(key), map.lowerKey(key), map.floorEntry(key), map.lowerEntry(key)));
            case 1 ->
                tell(
                        operation,
                        () -> Kit.list(
                                map.ceilingKey(key), map.higherKey(key), map.ceilingEntry(key), map.higherEntry(key)));
            case 2 -> tell(operation, () -> Kit.list(map.firstEntry(), map.lastEntry(), map.firstKey(), map.lastKey()));
            case 3 -> tell(operation, map::pollFirstEntry);
            case 4 -> tell(operation, map::pollLastEntry);
            case 5 -> tell(operation, () -> map.firstEntry().setValue(1));
            case 6 -> tell(operation, () -> map.comparator() == null);
            case 7 -> view(operation, depth, () -> map.descendingMap());
            case 8 -> view(operation, depth, () -> map.subMap(key, inclusive, to, chance()));
            case 9 -> view(operation, depth, () -> map.headMap(key, inclusive));
            case 10 -> view(operation, depth, () -> map.tailMap(key, inclusive));
            case 11 -> view(operation, depth, () -> (NavigableMap<Integer, Integer>) map.subMap(key, to));
            case 12 -> tell(operation, () -> Kit.all(map.descendingKeySet().iterator()));
            case 13 -> tell(operation, () -> map.navigableKeySet().pollLast());
            case 14 ->
                tell(
                        operation,
                        () -> Kit.list(map.headMap(key).size(), map.tailMap(key).values()));
            default -> tell(operation, () -> map.keySet().remove(key));
        }
    }

    private void view(int operation, int depth, Supplier<NavigableMap<Integer, Integer>> make) {
        if (depth > 0) {
            tell(operation, () -> {
                NavigableMap<Integer, Integer> view = make.get();
                for (int i = 0; i < 3; i++) {
                    map(view, next(26));
                    sortedMap(view, depth - 1);
                }
                return view;
            });
        }
    }

    /** Steps on a set. */
    public static String sets(Supplier<Set<Integer>> make, int seed, int steps) {
        Fuzz fuzz = new Fuzz(seed);
        Set<Integer> set = make.get();
        for (int i = 0; i < steps; i++) {
            fuzz.set(set, fuzz.next(15));
            fuzz.state(set);
        }
        return fuzz.story.toString();
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

    /** Steps on a sorted set and on the views of it. */
    public static String sortedSets(Supplier<NavigableSet<Integer>> make, int seed, int steps) {
        Fuzz fuzz = new Fuzz(seed);
        NavigableSet<Integer> set = make.get();
        for (int i = 0; i < steps; i++) {
            fuzz.set(set, fuzz.next(15));
            fuzz.sortedSet(set, 2);
            fuzz.state(set);
        }
        return fuzz.story.toString();
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

    /** Sorts arrays of many lengths, with runs and without, also by comparators that find different numbers equal. */
    public static String sorting(int seed, int steps) {
        Fuzz fuzz = new Fuzz(seed);
        for (int i = 0; i < steps; i++) {
            fuzz.sorting();
        }
        return fuzz.story.toString();
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
