package org.multisynq4j.client.control;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Platform;

/** Replays what happened before, in slices, until the replica is at the reflector's time and the reflector has announced this view. */
final class CatchUp {
    /** The longest slice while somebody watches a view that goes on. */
    static final double VISIBLE_SLICE_MS = 10;

    /** The longest slice while all there is to see is how far the loading is. Between slices the page lays out and paints that. */
    static final double LOADING_SLICE_MS = 25;

    /** The longest slice while nobody does. */
    static final double HIDDEN_SLICE_MS = 50;

    private final Platform platform;
    private final Teatime time;
    private final Simulator simulator;
    private final User user;
    private Optional<Replica> replica = Optional.empty();
    private Clock.Timer next = () -> {};
    private boolean scheduled;
    private double from;
    private double visibleSliceMs = VISIBLE_SLICE_MS;

    /** Who waits for it. */
    interface User {
        boolean isHere();

        /** So much of what is to be replayed is, 0 to 1. */
        void replayed(double fraction);

        void caughtUp();

        void catchUpFailed(RuntimeException problem);
    }

    CatchUp(Platform platform, Teatime time, Simulator simulator, User user) {
        this.platform = platform;
        this.time = time;
        this.simulator = simulator;
        this.user = user;
    }

    /** Goes on with a replica that is shown. */
    void resume(Replica behind) {
        start(behind, VISIBLE_SLICE_MS);
    }

    /** Begins with a replica that nobody has seen yet. */
    void begin(Replica behind) {
        start(behind, LOADING_SLICE_MS);
    }

    private void start(Replica behind, double sliceMs) {
        stop();
        visibleSliceMs = sliceMs;
        replica = Optional.of(behind);
        from = behind.machine().time();
        slice();
    }

    void stop() {
        next.cancel();
        scheduled = false;
        replica = Optional.empty();
    }

    boolean isRunning() {
        return replica.isPresent();
    }

    /** The reflector's time went on, or it announced somebody. */
    void targetMoved() {
        if (isRunning() && !scheduled) {
            slice();
        }
    }

    private void slice() {
        scheduled = false;
        Replica behind = replica.orElseThrow();
        double target = time.external();
        BooleanSupplier stillRunning = () -> replica.filter(r -> r == behind).isPresent();
        boolean reached;
        try {
            double budget = platform.frames().visible() ? visibleSliceMs : HIDDEN_SLICE_MS;
            reached = simulator.run(behind, target, budget);
        } catch (RuntimeException e) {
            stop();
            user.catchUpFailed(e);
            return;
        }
        if (!stillRunning.getAsBoolean()) {
            return;
        }
        double span = target - from;
        user.replayed(span <= 0 ? 1 : Math.min(1, (behind.machine().time() - from) / span));
        if (!reached) {
            scheduled = true;
            next = platform.clock().schedule(0, this::slice);
        } else if (user.isHere()) {
            stop();
            user.caughtUp();
        }
    }
}
