package org.multisynq4j.parity.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multisynq4j.model.Deterministic;

/** Hash codes of what has the same one everywhere. The scan accepts them in a {@code hashCode()} only, since it cannot know what a collection holds. */
public final class Hashing {
    private Hashing() {}

    /** All of them. */
    @Deterministic("of texts and numbers only")
    public static List<Object> all() {
        List<Object> all = new ArrayList<>();
        all.add(Objects.hash("a", 1, 2L, 2.5, true, 'c', null, List.of(1)));
        all.add(Objects.hash());
        all.add(Objects.hashCode("a"));
        all.add(Objects.hashCode(null));
        all.add(((Object) "text").hashCode());
        all.add(Arrays.hashCode(new Object[] {"a", 1, null}));
        all.add(Arrays.deepHashCode(new Object[] {"a", new int[] {1, 2}, new Object[] {null, 5L}}));
        collections(all);
        all.add(Optional.of("a").hashCode());
        all.add(Optional.empty().hashCode());
        all.add(OptionalInt.of(5).hashCode());
        all.add(OptionalLong.of(5L << 33).hashCode());
        all.add(OptionalDouble.of(-0.0).hashCode());
        return all;
    }

    @Deterministic("of texts and numbers only")
    private static void collections(List<Object> all) {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put("b", 2);
        Set<String> set = new LinkedHashSet<>(map.keySet());
        List<String> list = new ArrayList<>(set);
        all.add(list.hashCode());
        all.add(new ArrayList<>(list).hashCode());
        all.add(new LinkedList<>(list).hashCode());
        all.add(List.copyOf(list).hashCode());
        all.add(map.hashCode());
        all.add(new LinkedHashMap<>(map).hashCode());
        all.add(new TreeMap<>(map).hashCode());
        all.add(map.entrySet().iterator().next().hashCode());
        all.add(Map.entry("k", 1).hashCode());
        all.add(set.hashCode());
        all.add(new LinkedHashSet<>(set).hashCode());
        all.add(new TreeSet<>(set).hashCode());
        all.add(new ArrayDeque<>(list).size());
        all.add(BitSet.valueOf(new long[] {12, 7}).hashCode());
    }
}
