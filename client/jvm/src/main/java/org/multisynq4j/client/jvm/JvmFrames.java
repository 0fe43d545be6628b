package org.multisynq4j.client.jvm;

import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Frames;

/** Frames where nothing is painted: at a fixed rate for tests and bots that want view updates, or never. */
public final class JvmFrames implements Frames {
    private final Clock clock;
    private final double intervalMs;

    private JvmFrames(Clock clock, double intervalMs) {
        this.clock = clock;
        this.intervalMs = intervalMs;
    }

    /** No frames: nothing is visible, no request is answered. */
    public static JvmFrames never(Clock clock) {
        return new JvmFrames(clock, 0);
    }

    /** A frame {@code intervalMs} after each request. @throws IllegalArgumentException unless it is positive */
    public static JvmFrames every(double intervalMs, Clock clock) {
        if (!(intervalMs > 0)) {
            throw new IllegalArgumentException("frame interval of " + intervalMs + " ms: it must be positive");
        }
        return new JvmFrames(clock, intervalMs);
    }

    @Override
    public void request(Callback callback) {
        if (visible()) {
            clock.schedule(intervalMs, () -> callback.frame(clock.nowMs()));
        }
    }

    @Override
    public boolean visible() {
        return intervalMs > 0;
    }

    @Override
    public void onVisibilityChange(Runnable listener) {
        // It never changes.
    }
}
