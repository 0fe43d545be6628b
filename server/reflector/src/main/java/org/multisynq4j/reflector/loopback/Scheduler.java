package org.multisynq4j.reflector.loopback;

/** The clock of a loopback reflector, virtual or real. */
public interface Scheduler {
    /** Monotonic milliseconds, any origin. */
    double nowMs();

    /** Runs a task once this time has come, on the thread that uses the loopback; never inside this call. */
    void at(double nowMs, Runnable task);
}
