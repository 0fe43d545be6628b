package org.multisynq4j.client.control;

import java.util.function.BooleanSupplier;
import org.multisynq4j.client.port.Clock;

/** Work in slices: gives the thread back after each, and goes on until there is none. */
public final class Turns {
    private final Clock clock;
    private final Pace pace;
    private final Work work;
    private Clock.Timer next = () -> {};
    private boolean scheduled;
    private boolean working;
    private boolean stopped;

    /** What is to be done. */
    public interface Work {
        /** Goes on until there is nothing to do (true), or time is out (false). Asks often. */
        boolean go(BooleanSupplier timeIsOut);
    }

    public Turns(Clock clock, Pace pace, Work work) {
        this.clock = clock;
        this.pace = pace;
        this.work = work;
    }

    /** There is something to do. */
    public void wake() {
        if (!scheduled && !working && !stopped) {
            schedule(0);
        }
    }

    public void stop() {
        stopped = true;
        next.cancel();
    }

    private void schedule(double delayMs) {
        scheduled = true;
        next = clock.schedule(delayMs, this::slice);
    }

    private void slice() {
        scheduled = false;
        if (stopped) {
            return;
        }
        working = true;
        boolean done;
        try {
            double until = clock.nowMs() + pace.sliceMs();
            done = work.go(() -> clock.nowMs() >= until);
        } finally {
            working = false;
        }
        if (!done && !stopped) {
            schedule(pace.pauseMs());
        }
    }
}
