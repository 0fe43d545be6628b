package org.multisynq4j.parity.programs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.multisynq4j.parity.Program;
import org.multisynq4j.parity.Trace;

/** Every collection that models may use, changed and iterated. */
final class Collections implements Program {
    private enum Colour {
        RED,
        GREEN,
        BLUE
    }

    private record Item(String name, int weight, Colour colour) {}

    private final Map<String, Integer> linked = new LinkedHashMap<>();
    private final TreeMap<Integer, String> tree = new TreeMap<>(Comparator.reverseOrder());
    private final LinkedHashSet<Item> set = new LinkedHashSet<>();
    private final TreeSet<String> names = new TreeSet<>();
    private final ArrayDeque<Integer> deque = new ArrayDeque<>();
    private final LinkedList<Integer> list = new LinkedList<>();
    private final EnumMap<Colour, Integer> counts = new EnumMap<>(Colour.class);
    private final BitSet bits = new BitSet();

    @Override
    public void step(int number, Trace trace) {
        Item item = new Item("n" + number % 17, number % 5, Colour.values()[number % 3]);
        linked.merge(item.name(), 1, Integer::sum);
        tree.put(number * 31 % 101, item.name());
        set.add(item);
        names.add(item.name());
        deque.addFirst(number);
        list.add(list.size() / 2, number);
        counts.merge(item.colour(), item.weight(), Integer::sum);
        bits.flip(number * 13 % 97);
        if (number % 3 == 0) {
            linked.remove("n" + number % 11);
            tree.pollFirstEntry();
            deque.pollLast();
        }
        if (list.size() > 40) {
            list.subList(5, 25).clear();
        }
        List<Item> sorted = new ArrayList<>(set);
        sorted.sort(Comparator.comparing(Item::colour)
                .reversed()
                .thenComparing(Item::weight)
                .thenComparing(Item::name));
        trace.put(sorted.get(sorted.size() / 2).name());
        linked.forEach((k, v) -> trace.put(k + v));
        tree.headMap(50, true).values().forEach(trace::put);
        trace.put(names.higher("n12") == null ? "none" : names.higher("n12"));
        deque.forEach(trace::put);
        list.forEach(trace::put);
        counts.forEach((k, v) -> trace.put(k.name() + v));
        trace.put(bits.cardinality() + bits.nextSetBit(20));
        trace.put(EnumSet.complementOf(EnumSet.of(item.colour())).toString());
        Map<Colour, List<String>> groups = set.stream()
                .collect(Collectors.groupingBy(
                        Item::colour, TreeMap::new, Collectors.mapping(Item::name, Collectors.toList())));
        trace.put(groups.toString());
        int[] array = IntStream.range(0, 20).map(i -> i * number % 23).toArray();
        Arrays.sort(array);
        trace.put(Arrays.toString(array) + Arrays.hashCode(array) + Arrays.binarySearch(array, 7));
        trace.put(item.toString() + item.equals(new Item("n3", 3, Colour.RED)) + list + linked);
    }
}
