package org.multisynq4j.reflector;

import org.multisynq4j.protocol.TickRate;

/** When the next tick is due. Every message restarts it, because a message says the time as well. */
final class Ticker {
    /** Clients round their clocks; a message must not slip in front of the moment they may already have simulated. */
    private static final double HOLD_SLACK_MS = 0.1;

    private TickRate rate = new TickRate(200, 0);
    private double nextMs = Double.POSITIVE_INFINITY;
    private double lastTickMs = Double.NEGATIVE_INFINITY;

    void start(TickRate rate, double nowMs) {
        this.rate = rate;
        restart(nowMs);
    }

    TickRate rate() {
        return rate;
    }

    void restart(double nowMs) {
        nextMs = nowMs + rate.tickMs();
    }

    double nextMs() {
        return nextMs;
    }

    /** A tick is being sent, or is skipped; keeps the rate unless the timer was late by more than a tick. */
    void ticked(double nowMs, boolean sent) {
        nextMs += rate.tickMs();
        if (nextMs <= nowMs) {
            restart(nowMs);
        }
        if (sent) {
            lastTickMs = nowMs;
        }
    }

    /** Until when a message arriving now is held back; a time not after now means not at all. */
    double heldUntilMs() {
        return rate.delayMs() > 0 ? lastTickMs + rate.delayMs() + HOLD_SLACK_MS : Double.NEGATIVE_INFINITY;
    }
}
