package org.multisynq4j.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Round trips of this participant's own messages.
 *
 * @param history the newest last, in ms; at most {@value #HISTORY}
 */
public record Latency(List<Double> history) {
    /** How many round trips are remembered. */
    public static final int HISTORY = 120;

    public Latency {
        history = List.copyOf(history);
    }

    /** The newest, in ms. */
    public OptionalDouble last() {
        return history.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(history.get(history.size() - 1));
    }

    /** The median, in ms. */
    public OptionalDouble p50() {
        return quantile(0.5);
    }

    /** What 99 of 100 stay below, in ms. */
    public OptionalDouble p99() {
        return quantile(0.99);
    }

    private OptionalDouble quantile(double share) {
        if (history.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> sorted = new ArrayList<>(history);
        Collections.sort(sorted);
        int at = (int) Math.ceil(share * sorted.size()) - 1;
        return OptionalDouble.of(sorted.get(Math.max(0, at)));
    }
}
