package org.multisynq4j.parity.library;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Supplier;
import org.multisynq4j.parity.library.Kit.Colour;

/**
 * Random uses of collections, sensible and not: each does a number of steps and tells what every one of them gave, failures included. The expressions of the library
 * table compare a hash of that between platforms; a test on the JVM compares the text between a substitute and the JDK's class.
 */
public final class Fuzz {
    private Fuzz() {}

    /** Steps on a list. */
    public static String lists(Supplier<List<Integer>> make, int seed, int steps) {
        return new FuzzLists(seed).run(make.get(), steps);
    }

    /** Sorts arrays of many lengths, with runs and without, also by comparators that find different numbers equal. */
    public static String sorting(int seed, int steps) {
        return new FuzzLists(seed).sort(steps);
    }

    /** Steps on a queue with two ends. */
    public static String deques(Supplier<Deque<Integer>> make, int seed, int steps) {
        return new FuzzDeques(seed).run(make.get(), steps);
    }

    /** Steps on a map. */
    public static String maps(Supplier<Map<Integer, Integer>> make, int seed, int steps) {
        return new FuzzMaps(seed).run(make.get(), steps);
    }

    /** Steps on a sorted map and on the views of it. */
    public static String sortedMaps(Supplier<NavigableMap<Integer, Integer>> make, int seed, int steps) {
        return new FuzzMaps(seed).run(make.get(), steps);
    }

    /** Steps on a map of an enum. */
    public static String enumMaps(Supplier<Map<Colour, Integer>> make, int seed, int steps) {
        return new FuzzEnumMaps(seed).run(make.get(), steps);
    }

    /** Steps on a set. */
    public static String sets(Supplier<Set<Integer>> make, int seed, int steps) {
        return new FuzzSets(seed).run(make.get(), steps);
    }

    /** Steps on a sorted set and on the views of it. */
    public static String sortedSets(Supplier<NavigableSet<Integer>> make, int seed, int steps) {
        return new FuzzSets(seed).run(make.get(), steps);
    }
}
