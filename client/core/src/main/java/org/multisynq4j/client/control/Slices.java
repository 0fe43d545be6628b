package org.multisynq4j.client.control;

import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.Clock;

/** Gives the thread back after a while of work. */
final class Slices {
    private final Clock clock;
    private final double sliceMs;
    private double startMs;

    Slices(Clock clock, double sliceMs) {
        this.clock = clock;
        this.sliceMs = sliceMs;
        startMs = clock.nowMs();
    }

    /** Whether the slice is over. */
    boolean over() {
        return clock.nowMs() - startMs >= sliceMs;
    }

    /** Begins a slice: in the next turn of the thread, or now if this one is not over. */
    Promise<Void> next() {
        if (!over()) {
            return Promise.of(null);
        }
        Promise<Void> turn = new Promise<>();
        clock.schedule(0, () -> {
            startMs = clock.nowMs();
            turn.resolve(null);
        });
        return turn;
    }

    /** Something done in portions. */
    interface Portions {
        /** One portion; false if it was the last. */
        boolean work();
    }

    /** Does all portions, in as many slices as that takes. */
    Promise<Void> all(Portions portions) {
        Promise<Void> done = new Promise<>();
        run(portions, done);
        return done;
    }

    private void run(Portions portions, Promise<Void> done) {
        try {
            while (portions.work()) {
                if (over()) {
                    next().then(turn -> run(portions, done), done::fail);
                    return;
                }
            }
        } catch (RuntimeException e) {
            done.fail(e);
            return;
        }
        done.resolve(null);
    }
}
