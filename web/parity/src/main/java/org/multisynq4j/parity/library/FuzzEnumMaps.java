package org.multisynq4j.parity.library;

import java.util.Map;
import org.multisynq4j.parity.library.Kit.Colour;

/** Steps on a map of an enum. */
final class FuzzEnumMaps extends FuzzCase {
    FuzzEnumMaps(int seed) {
        super(seed);
    }

    String run(Map<Colour, Integer> map, int steps) {
        for (int i = 0; i < steps; i++) {
            step(map, next(14));
            state(map);
        }
        return story();
    }

    private void step(Map<Colour, Integer> map, int operation) {
        Colour key = Colour.values()[next(3)];
        int value = key();
        switch (operation) {
            case 0, 1 -> tell(operation, () -> map.put(key, next(4) == 0 ? null : (Integer) value));
            case 2 -> tell(operation, () -> map.remove(key));
            case 3 -> tell(operation, () -> map.putIfAbsent(key, value));
            case 4 -> tell(operation, () -> map.merge(key, value, Integer::sum));
            case 5 -> tell(operation, () -> map.computeIfAbsent(key, k -> value));
            case 6 -> tell(operation, () -> map.compute(key, (k, v) -> next(3) == 0 ? null : (Integer) value));
            case 7 -> tell(operation, () -> Kit.list(map.get(key), map.containsKey(key), map.containsValue(value)));
            case 8 -> tell(operation, () -> map.values().remove(value));
            case 9 -> tell(operation, () -> map.keySet().removeIf(k -> k == key));
            case 10 ->
                tell(operation, () -> {
                    for (Map.Entry<Colour, Integer> each : map.entrySet()) {
                        each.setValue(each.getKey().ordinal());
                    }
                    return map.values();
                });
            case 11 ->
                tell(operation, () -> {
                    StringBuilder passed = new StringBuilder();
                    for (Colour each : map.keySet()) {
                        passed.append(each);
                        map.remove(key);
                        map.put(Colour.BLUE, 1);
                    }
                    return passed.toString();
                });
            case 12 -> tell(operation, () -> map.entrySet().contains(Map.entry(key, value)));
            default -> tell(operation, () -> Kit.list(map.size(), map.isEmpty(), map.equals(Kit.map(key, value))));
        }
    }
}
