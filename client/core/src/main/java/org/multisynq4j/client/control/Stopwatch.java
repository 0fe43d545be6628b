package org.multisynq4j.client.control;

import org.multisynq4j.client.port.Clock;

/** Measures work that is done in slices. */
final class Stopwatch {
    private final Clock clock;
    private final double began;
    private double sliceBegan;
    private double longest;

    Stopwatch(Clock clock) {
        this.clock = clock;
        began = clock.nowMs();
    }

    void sliceBegins() {
        sliceBegan = clock.nowMs();
    }

    void sliceEnds() {
        longest = Math.max(longest, clock.nowMs() - sliceBegan);
    }

    Effort effort() {
        return new Effort(clock.nowMs() - began, longest);
    }
}
