package org.multisynq4j.client.control;

import org.multisynq4j.client.StepMode;

/**
 * The figures of a session a program can choose.
 *
 * @param tickMs time between the reflector's ticks
 * @param localTicks ticks this client makes per tick of the reflector, itself included; 1 for none of its own
 * @param autoSleepMs hidden for longer than this, the client disconnects; 0 for never
 * @param rejoinLimitMs how long the view survives a lost connection
 * @param eventsPerSecond how many messages are sent per second at most
 * @param budgetMs the longest simulation in one step
 * @param step who drives
 */
public record Tuning(
        double tickMs,
        int localTicks,
        double autoSleepMs,
        double rejoinLimitMs,
        int eventsPerSecond,
        double budgetMs,
        StepMode step) {
    /** Time between ticks, the client's own included. */
    public double msPerTick() {
        return tickMs / localTicks;
    }

    /** How long the reflector holds messages back after a tick, so that local ticks are never contradicted. */
    public double holdBackMs() {
        return localTicks == 1 ? 0 : Math.ceil(msPerTick() * (localTicks - 1));
    }
}
