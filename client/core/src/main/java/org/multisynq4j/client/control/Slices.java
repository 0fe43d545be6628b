package org.multisynq4j.client.control;

import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.text.Portioned;

/** Gives the thread back after a while of work, as its pace wants it. Several may share one: a turn of the thread then is theirs together. */
final class Slices {
    /** What is done between two looks at the clock: about a millisecond. */
    static final int PORTION_BYTES = 1 << 15;

    private final Clock clock;
    private final Pace pace;
    private double startMs;

    Slices(Clock clock, Pace pace) {
        this.clock = clock;
        this.pace = pace;
        startMs = clock.nowMs();
    }

    /** Whether the slice is over. */
    boolean over() {
        return clock.nowMs() - startMs >= pace.sliceMs();
    }

    /** Begins a slice: in a later turn of the thread, or now if this one is not over. */
    Promise<Void> next() {
        return over() ? pause() : Promise.of(null);
    }

    /** Begins a slice in a later turn of the thread: for what takes long and cannot be divided. */
    Promise<Void> pause() {
        Promise<Void> turn = new Promise<>();
        clock.schedule(pace.pauseMs(), () -> {
            startMs = clock.nowMs();
            turn.resolve(null);
        });
        return turn;
    }

    /** Does all of it, beginning now or in a later turn, in as many slices as that takes. */
    Promise<Void> all(Portioned work) {
        Promise<Void> done = new Promise<>();
        if (over()) {
            later(work, done);
        } else {
            run(work, done);
        }
        return done;
    }

    private void later(Portioned work, Promise<Void> done) {
        next().then(turn -> run(work, done), done::fail);
    }

    private void run(Portioned work, Promise<Void> done) {
        try {
            while (work.work(PORTION_BYTES)) {
                if (over()) {
                    later(work, done);
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
