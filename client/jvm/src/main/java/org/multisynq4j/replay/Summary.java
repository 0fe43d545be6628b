package org.multisynq4j.replay;

/**
 * What a replay did.
 *
 * @param messages of the reflector executed
 * @param events published by views
 * @param executed messages of both kinds: the reflector's and the model's own
 * @param fromMs teatime of the beginning, in ms
 * @param untilMs teatime reached, in ms
 * @param tookMs wall time, in ms
 * @param comparisons recorded hashes that were compared
 */
public record Summary(
        int messages, int events, long executed, double fromMs, double untilMs, double tookMs, int comparisons) {
    /** How many times as fast as the session itself. */
    public double speedUp() {
        return (untilMs - fromMs) / Math.max(tookMs, 0.001);
    }

    @Override
    public String toString() {
        return count(messages, "message") + ", " + count(events, "event") + " of views, " + executed
                + " executed in all, teatime "
                + Texts.number(fromMs) + " to " + Texts.number(untilMs) + " ms, replayed in " + Math.round(tookMs)
                + " ms ("
                + Math.round(speedUp()) + " times as fast), " + comparisons
                + (comparisons == 1 ? " recorded hash" : " recorded hashes") + " compared";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
