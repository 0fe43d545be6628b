package org.multisynq4j.client.control;

import org.multisynq4j.client.port.Clock;

/** Runs the replica in portions, so that the page stays responsive, and keeps account of what it costs. */
final class Simulator {
    /** What one message of the reflector is reckoned to cost besides its execution, in ms. */
    static final double MESSAGE_COST_MS = 5;

    /** The shortest portion that is worth the turn. */
    private static final double MIN_BUDGET_MS = 4;

    private static final double MIN_COST_MS = 0.01;
    private static final double FRAME_MS = 1000.0 / 60;
    private static final int STEPS = 4;

    private final Clock clock;
    private final Tuning tuning;
    private final double[] durations = new double[STEPS];
    private int steps;
    private double account;

    Simulator(Clock clock, Tuning tuning) {
        this.clock = clock;
        this.tuning = tuning;
    }

    /** One animation step: as long as steps usually take, and longer only if far behind. Returns true if the target was reached. */
    boolean frame(Replica replica, double target) {
        double began = clock.nowMs();
        boolean reached = run(replica, target, usualDuration());
        if (!reached && target - replica.machine().time() > STEPS * FRAME_MS) {
            reached = run(replica, target, tuning.budgetMs());
        }
        durations[steps % STEPS] = clock.nowMs() - began;
        steps++;
        return reached;
    }

    private double usualDuration() {
        double sum = 0;
        for (double duration : durations) {
            sum += duration;
        }
        return Math.max(MIN_BUDGET_MS, Math.min(tuning.budgetMs(), sum / STEPS));
    }

    /** One step where nothing is painted: nearly the whole time until the next tick. */
    boolean background(Replica replica, double target) {
        return run(replica, target, Math.max(MIN_BUDGET_MS, Math.min(tuning.budgetMs(), 0.9 * tuning.msPerTick())));
    }

    /** One run of at most this long. */
    boolean run(Replica replica, double target, double budgetMs) {
        double began = clock.nowMs();
        int seq = replica.machine().seq();
        boolean reached = replica.advance(target, began + budgetMs);
        int messages = replica.machine().seq() - seq;
        account += Math.max(MIN_COST_MS, clock.nowMs() - began) + messages * MESSAGE_COST_MS;
        return reached;
    }

    /** What the simulation cost since the account was last cleared, in ms. */
    double account() {
        return account;
    }

    void clearAccount() {
        account = 0;
    }
}
