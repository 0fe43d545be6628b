package org.multisynq4j.client.control;

import org.multisynq4j.client.port.Entropy;

/** How long to wait before connecting again: at once, then longer and longer, never the same for two clients. */
final class Backoff {
    /** The longest wait. */
    static final double MAX_MS = 30_000;

    private static final double STEP_MS = 100;

    private final Entropy entropy;
    private double nextMs;

    Backoff(Entropy entropy) {
        this.entropy = entropy;
    }

    /** The wait before the next attempt; each one is longer, up to {@value #MAX_MS} ms. */
    double next() {
        double wait = nextMs;
        nextMs = Math.min(MAX_MS, Math.round((nextMs + STEP_MS) * (1 + Chance.fraction(entropy))));
        return wait;
    }

    /** After a success: the next wait is none. */
    void reset() {
        nextMs = 0;
    }
}
