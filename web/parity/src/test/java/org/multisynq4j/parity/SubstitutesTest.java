package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.multisynq4j.parity.library.Fuzz;
import org.multisynq4j.parity.library.Kit.Colour;
import org.multisynq4j.teavm.library.java.util.ArrayDeque;
import org.multisynq4j.teavm.library.java.util.ArrayList;
import org.multisynq4j.teavm.library.java.util.EnumMap;
import org.multisynq4j.teavm.library.java.util.LinkedHashMap;
import org.multisynq4j.teavm.library.java.util.LinkedHashSet;
import org.multisynq4j.teavm.library.java.util.LinkedList;
import org.multisynq4j.teavm.library.java.util.TreeMap;
import org.multisynq4j.teavm.library.java.util.TreeSet;

/** The substitutes for classes of {@code java.util}, on the JVM, beside the JDK's: the same results, failures and changes noticed. */
class SubstitutesTest {
    private static final int SEEDS = Integer.getInteger("seeds", 300);
    private static final int STEPS = 150;

    private interface Story<T> {
        String of(Supplier<T> make, int seed, int steps);
    }

    private static <T> void compare(Story<T> story, Supplier<T> jdk, Supplier<T> substitute) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            String[] expected = story.of(jdk, seed, STEPS).split("\n");
            String[] actual = story.of(substitute, seed, STEPS).split("\n");
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i])
                        .as("seed " + seed + ", step " + i + (i > 0 ? " after " + expected[i - 1] : ""))
                        .isEqualTo(expected[i]);
            }
        }
    }

    @Test
    void arrayList() {
        Supplier<List<Integer>> ours = ArrayList::new;
        compare(Fuzz::lists, java.util.ArrayList::new, ours);
    }

    @Test
    void linkedList() {
        compare(Fuzz::lists, java.util.LinkedList::new, () -> (List<Integer>) new LinkedList<Integer>());
        compare(Fuzz::deques, java.util.LinkedList::new, () -> (Deque<Integer>) new LinkedList<Integer>());
    }

    @Test
    void listsByIndex() {
        compare(Fuzz::lists, Listed::new, SubstituteListed::new);
    }

    @Test
    void arrayDeque() {
        compare(Fuzz::deques, java.util.ArrayDeque::new, () -> (Deque<Integer>) new ArrayDeque<Integer>());
        compare(Fuzz::deques, () -> new java.util.ArrayDeque<>(2), () -> (Deque<Integer>) new ArrayDeque<Integer>(2));
    }

    @Test
    void linkedHashMap() {
        compare(Fuzz::maps, java.util.LinkedHashMap::new, () ->
                (Map<Integer, Integer>) new LinkedHashMap<Integer, Integer>());
        compare(Fuzz::maps, () -> new java.util.LinkedHashMap<>(8, 0.75f, true), () ->
                (Map<Integer, Integer>) new LinkedHashMap<Integer, Integer>(8, 0.75f, true));
    }

    @Test
    void linkedHashSet() {
        compare(Fuzz::sets, java.util.LinkedHashSet::new, () -> (Set<Integer>) new LinkedHashSet<Integer>());
    }

    @Test
    void treeMap() {
        compare(Fuzz::sortedMaps, java.util.TreeMap::new, () ->
                (NavigableMap<Integer, Integer>) new TreeMap<Integer, Integer>());
        Comparator<Integer> order = Comparator.comparing((Integer x) -> x % 3).thenComparing(Comparator.reverseOrder());
        compare(Fuzz::sortedMaps, () -> new java.util.TreeMap<>(order), () ->
                (NavigableMap<Integer, Integer>) new TreeMap<Integer, Integer>(order));
    }

    @Test
    void enumMap() {
        compare(Fuzz::enumMaps, () -> new java.util.EnumMap<>(Colour.class), () ->
                (Map<Colour, Integer>) new EnumMap<Colour, Integer>(Colour.class));
    }

    @Test
    void treeSet() {
        compare(Fuzz::sortedSets, java.util.TreeSet::new, () -> (NavigableSet<Integer>) new TreeSet<Integer>());
    }

    /** A list that has only what it must have. */
    private static final class Listed extends java.util.AbstractList<Integer> {
        private final java.util.ArrayList<Integer> all = new java.util.ArrayList<>();

        @Override
        public Integer get(int index) {
            return all.get(index);
        }

        @Override
        public int size() {
            return all.size();
        }

        @Override
        public void add(int index, Integer element) {
            all.add(index, element);
            modCount++;
        }

        @Override
        public Integer set(int index, Integer element) {
            return all.set(index, element);
        }

        @Override
        public Integer remove(int index) {
            Integer removed = all.remove(index);
            modCount++;
            return removed;
        }
    }

    /** The same on the substitute. */
    private static final class SubstituteListed extends org.multisynq4j.teavm.library.java.util.AbstractList<Integer> {
        private final java.util.ArrayList<Integer> all = new java.util.ArrayList<>();

        @Override
        public Integer get(int index) {
            return all.get(index);
        }

        @Override
        public int size() {
            return all.size();
        }

        @Override
        public void add(int index, Integer element) {
            all.add(index, element);
            modCount++;
        }

        @Override
        public Integer set(int index, Integer element) {
            return all.set(index, element);
        }

        @Override
        public Integer remove(int index) {
            Integer removed = all.remove(index);
            modCount++;
            return removed;
        }
    }
}
