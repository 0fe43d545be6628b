package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.client.Latency;

/** Measures round trips. */
final class Latencies {
    private static final double PLAUSIBLE_MS = 60_000;

    private final List<Double> history = new ArrayList<>();

    void add(double ms) {
        if (ms < 0 || ms > PLAUSIBLE_MS) {
            return;
        }
        history.add(ms);
        if (history.size() > Latency.HISTORY) {
            history.remove(0);
        }
    }

    /** Whole milliseconds of the last one, 0 if none: what travels with the next message. */
    double lastRounded() {
        return history.isEmpty() ? 0 : Math.round(history.get(history.size() - 1));
    }

    Latency latency() {
        return new Latency(history);
    }
}
