package org.multisynq4j.client;

import java.util.Optional;
import org.multisynq4j.text.Numbers;

/**
 * What {@code tps} says.
 *
 * @param rate of the reflector, per second
 * @param multiplier how many ticks this client makes of one; 1 for no more
 */
record TicksPerSecond(double rate, int multiplier) {
    static final double SLOWEST = 1.0 / 30;
    static final double FASTEST = 60;
    static final int MAX_MULTIPLIER = 60;

    /** Reads {@code 20}, {@code 0.5} or {@code 20x3}; empty if it is something else or out of range. */
    static Optional<TicksPerSecond> parse(String text) {
        int x = text.indexOf('x');
        try {
            double rate = Numbers.parse(x < 0 ? text : text.substring(0, x));
            int multiplier = x < 0 ? 1 : Integer.parseInt(text.substring(x + 1));
            // One thirtieth has no exact text, so a little less is taken for it.
            boolean fine = rate > SLOWEST * 0.999 && rate <= FASTEST && multiplier >= 1 && multiplier <= MAX_MULTIPLIER;
            return fine ? Optional.of(new TicksPerSecond(Math.max(SLOWEST, rate), multiplier)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
