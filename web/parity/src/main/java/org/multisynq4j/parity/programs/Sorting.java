package org.multisynq4j.parity.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.multisynq4j.parity.Program;
import org.multisynq4j.parity.Trace;

/** Recursion and sorting: quicksort by hand, merge sort by the library, Ackermann, permutations, Hanoi. */
final class Sorting implements Program {
    private int seed = 1;

    @Override
    public void step(int number, Trace trace) {
        double[] values = new double[40];
        for (int i = 0; i < values.length; i++) {
            seed = seed * 1664525 + 1013904223;
            values[i] = i % 11 == 0 ? -0.0 : i % 13 == 0 ? Double.NaN : seed / 1000.0;
        }
        double[] byLibrary = values.clone();
        Arrays.sort(byLibrary);
        for (double each : byLibrary) {
            trace.put(each);
        }
        quicksort(values, 0, values.length - 1);
        trace.put(values[20]);
        trace.put(ackermann(2, number % 5));
        List<String> permutations = new ArrayList<>();
        permute("", "abcd".substring(0, 1 + number % 4), permutations);
        permutations.sort((a, b) -> b.compareTo(a));
        trace.put(permutations.toString());
        trace.put(hanoi(number % 8, 0, 2, 1));
    }

    private static void quicksort(double[] a, int from, int to) {
        if (from >= to) {
            return;
        }
        double pivot = a[from + to >>> 1];
        int i = from;
        int j = to;
        while (i <= j) {
            while (Double.compare(a[i], pivot) < 0) {
                i++;
            }
            while (Double.compare(a[j], pivot) > 0) {
                j--;
            }
            if (i <= j) {
                double held = a[i];
                a[i++] = a[j];
                a[j--] = held;
            }
        }
        quicksort(a, from, j);
        quicksort(a, i, to);
    }

    private static int ackermann(int m, int n) {
        return m == 0 ? n + 1 : ackermann(m - 1, n == 0 ? 1 : ackermann(m, n - 1));
    }

    private static void permute(String done, String left, List<String> all) {
        if (left.isEmpty()) {
            all.add(done);
        }
        for (int i = 0; i < left.length(); i++) {
            permute(done + left.charAt(i), left.substring(0, i) + left.substring(i + 1), all);
        }
    }

    private static int hanoi(int discs, int from, int to, int by) {
        return discs == 0 ? 0 : hanoi(discs - 1, from, by, to) * 3 + from - to + hanoi(discs - 1, by, to, from);
    }
}
