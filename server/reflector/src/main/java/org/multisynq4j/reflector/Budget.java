package org.multisynq4j.reflector;

/** A rate limit: so much per second on average, so much at once. */
final class Budget {
    private final double perMs;
    private final double most;
    private double left;
    private double sinceMs;

    Budget(double perSecond, double most, double nowMs) {
        this.perMs = perSecond / 1000;
        this.most = most;
        this.left = most;
        this.sinceMs = nowMs;
    }

    /** Spends an amount; false if there was not enough. */
    boolean spend(double amount, double nowMs) {
        left = Math.min(most, left + (nowMs - sinceMs) * perMs);
        sinceMs = nowMs;
        left -= amount;
        return left >= 0;
    }
}
