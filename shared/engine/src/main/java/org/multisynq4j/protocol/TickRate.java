package org.multisynq4j.protocol;

/**
 * How often a session ticks.
 *
 * @param tickMs milliseconds between ticks, {@link #SHORTEST_MS} to {@link #LONGEST_MS}
 * @param delayMs messages arriving less than this after a tick are held back, 0 for none, at most {@code tickMs}
 */
public record TickRate(double tickMs, double delayMs) {
    /** 60 ticks per second, as fast as any client asks for. */
    public static final double SHORTEST_MS = 1000.0 / 60;
    /** One tick in 30 seconds. */
    public static final double LONGEST_MS = 30_000;

    /** What a client's wish is cut to; the rate of a session must not depend on how a hostile first joiner put it. */
    public static TickRate clamped(double tickMs, double delayMs) {
        double tick = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, tickMs));
        return new TickRate(tick, Math.min(tick, Math.max(0, delayMs)));
    }
}
