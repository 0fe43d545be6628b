package org.multisynq4j.reflector;

/**
 * Teatime of a session, and how much of it clients may see.
 *
 * <p>A client that saw a time must never see an earlier one, not even after the server was killed. So a time is shown only once a later one is in the store: as
 * the reservation in a session record, or as the stamp of a logged message. After a crash the session resumes at the reservation.
 */
final class TeaClock {
    private final boolean durable;
    private double startMs;
    private long resumedAt;
    private long lastStamp;
    private long safeTime;

    TeaClock(boolean durable) {
        this.durable = durable;
    }

    /** Starts, or continues where the stored session stopped: teatime stands still while a session is not loaded. */
    void start(double nowMs, long teatime) {
        startMs = nowMs;
        resumedAt = teatime;
        lastStamp = teatime;
        safeTime = teatime;
    }

    long teatime(double nowMs) {
        return Math.max(lastStamp, resumedAt + (long) Math.floor(nowMs - startMs));
    }

    /** A stamp for a message; never decreases. */
    long stamp(double nowMs) {
        lastStamp = teatime(nowMs);
        return lastStamp;
    }

    /** The store has a time at least this late. */
    void safe(long teatime) {
        safeTime = Math.max(safeTime, teatime);
    }

    /** The store is about to have exactly this time, no reservation beyond it. */
    void unreserve(long teatime) {
        safeTime = Math.min(safeTime, teatime);
    }

    /** The latest time that may be shown, apart from messages on their way to the store. */
    long showable(double nowMs) {
        long time = teatime(nowMs);
        return durable ? Math.min(time, safeTime) : time;
    }
}
