package org.multisynq4j.client.control;

import java.util.function.Consumer;
import org.multisynq4j.client.port.Clock;

/** Decides whether the replica keeps up: no sooner than it has done so for a moment, and not on each hiccup. */
final class SyncedWatch {
    /** A lag below this is none. */
    static final double CLOSE_MS = 200;

    /** A lag above this is too much. */
    static final double FAR_MS = 2_000;

    /** How long the lag must have been small. */
    static final double STEADY_MS = 200;

    private final Clock clock;
    private final double closeMs;
    private final double farMs;
    private final Consumer<Boolean> changed;
    private boolean synced;
    private double closeSince = Double.POSITIVE_INFINITY;
    private boolean stopped;

    SyncedWatch(Clock clock, Tuning tuning, Consumer<Boolean> changed) {
        this.clock = clock;
        this.changed = changed;
        closeMs = Math.max(CLOSE_MS, 0.1 * tuning.msPerTick());
        farMs = Math.max(FAR_MS, 0.2 * tuning.msPerTick());
    }

    boolean isSynced() {
        return synced;
    }

    /** Called after each step with the lag in ms. */
    void observe(double lag) {
        if (lag > farMs) {
            set(false);
        } else if (lag < closeMs) {
            double now = clock.nowMs();
            closeSince = Math.min(closeSince, now);
            if (now - closeSince >= STEADY_MS) {
                set(true);
            }
        } else if (!synced) {
            closeSince = Double.POSITIVE_INFINITY;
        }
    }

    void set(boolean isSynced) {
        if (!isSynced) {
            closeSince = Double.POSITIVE_INFINITY;
        }
        if (synced != isSynced && !stopped) {
            synced = isSynced;
            changed.accept(isSynced);
        }
    }

    /** The session is over; nobody is told any more. */
    void stop() {
        stopped = true;
        synced = false;
    }
}
