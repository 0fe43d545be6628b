package org.multisynq4j.client.jvm;

import org.multisynq4j.client.port.Clock;

/** The system's clocks, and timers on the session's thread. */
public final class JvmClock implements Clock {
    private static final double NANOS_PER_MS = 1e6;

    private final SessionThread thread;
    private final long originNanos = System.nanoTime();

    public JvmClock(SessionThread thread) {
        this.thread = thread;
    }

    @Override
    public double nowMs() {
        return (System.nanoTime() - originNanos) / NANOS_PER_MS;
    }

    @Override
    public double epochMs() {
        return System.currentTimeMillis();
    }

    @Override
    public Timer schedule(double delayMs, Runnable task) {
        return thread.schedule(delayMs, task)::run;
    }
}
