package org.multisynq4j.client.port;

/** Time and timers. */
public interface Clock {
    /** Monotonic milliseconds, fractional, from an arbitrary origin. */
    double nowMs();

    /** Milliseconds since 1970. Only for logs and file metadata, never for model time. */
    double epochMs();

    /** Runs the task once after at least {@code delayMs} (0 = next turn of the loop). */
    Timer schedule(double delayMs, Runnable task);

    /** A scheduled task. */
    interface Timer {
        /** Prevents the task from running if it has not started. */
        void cancel();
    }
}
