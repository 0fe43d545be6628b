package org.multisynq4j.parity.library;

import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Supplier;

/** Steps on a map, and if it is sorted on views of it. */
final class FuzzMaps extends FuzzCase {
    FuzzMaps(int seed) {
        super(seed);
    }

    String run(Map<Integer, Integer> map, int steps) {
        for (int i = 0; i < steps; i++) {
            map(map, next(26));
            state(map);
        }
        return story();
    }

    String run(NavigableMap<Integer, Integer> map, int steps) {
        for (int i = 0; i < steps; i++) {
            map(map, next(26));
            sortedMap(map, 2);
            state(map);
        }
        return story();
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
}
