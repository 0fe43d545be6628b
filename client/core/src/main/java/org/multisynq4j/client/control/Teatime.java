package org.multisynq4j.client.control;

import org.multisynq4j.client.port.Clock;

/** What this client knows of the session's time: the reflector's stamps, its own ticks between them, and the clock since. */
final class Teatime {
    private final Clock clock;
    private final Tuning tuning;
    private double stamped;
    private double external;
    private double base;
    private boolean known;
    private boolean localTicks;
    private Clock.Timer nextLocal = () -> {};
    private Runnable onLocalTick = () -> {};

    Teatime(Clock clock, Tuning tuning) {
        this.clock = clock;
        this.tuning = tuning;
        localTicks = tuning.localTicks() > 1;
    }

    /** Called after each tick of our own. */
    void onLocalTick(Runnable listener) {
        onLocalTick = listener;
    }

    /** Starts over from a SYNC, whatever was known before. */
    void restart(double time) {
        nextLocal.cancel();
        stamped = time;
        external = time;
        known = true;
        rebase();
    }

    /** A message was stamped with this time; false if time would go back. */
    boolean message(double time) {
        nextLocal.cancel();
        if (time < stamped) {
            return false;
        }
        advance(time);
        return true;
    }

    /** The reflector ticked; false if that is no news. */
    boolean tick(double time) {
        if (time < stamped) {
            return false;
        }
        nextLocal.cancel();
        advance(time);
        if (localTicks) {
            localTickLater(time, 1);
        }
        return true;
    }

    private void advance(double time) {
        stamped = time;
        if (time >= external) {
            external = time;
            rebase();
        }
    }

    /** Only after a tick: then the reflector holds messages back for that long, so none can be stamped earlier than ours. */
    private void localTickLater(double tickTime, int number) {
        if (number >= tuning.localTicks()) {
            return;
        }
        nextLocal = clock.schedule(tuning.msPerTick(), () -> {
            external = Math.max(external, tickTime + number * tuning.msPerTick());
            rebase();
            localTickLater(tickTime, number + 1);
            onLocalTick.run();
        });
    }

    /** The reflector turned out not to hold messages back: it ticks as the first joiner said. */
    void stopLocalTicks() {
        nextLocal.cancel();
        localTicks = false;
        external = stamped;
    }

    /** While disconnected nothing ticks. */
    void pause() {
        nextLocal.cancel();
    }

    private void rebase() {
        base = clock.nowMs() - external;
    }

    /** How far the model may run. */
    double external() {
        return external;
    }

    /** The latest stamp of the reflector itself. */
    double stamped() {
        return stamped;
    }

    /** What the reflector's time should be by now; may jump back at a stamp. */
    double extrapolated() {
        return known ? clock.nowMs() - base : 0;
    }

    /** By how much a replica at this time is late, beyond what one tick explains. */
    double lag(double vmTime) {
        return Math.max(0, extrapolated() - vmTime - tuning.msPerTick());
    }
}
