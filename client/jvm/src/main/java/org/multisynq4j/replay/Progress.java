package org.multisynq4j.replay;

/** How far a replay has come. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (done, all, timeMs) -> {};

    /**
     * Called after each message of the log.
     *
     * @param messages executed so far
     * @param all how many there are
     * @param timeMs teatime in ms
     */
    void at(int messages, int all, double timeMs);
}
