package org.multisynq4j.vm;

import org.multisynq4j.model.Action;
import org.multisynq4j.model.Model;

/** {@code every(ms, action)}: queued again after each run, also one that threw. */
final class RepeatingMessage extends ScheduledMessage {
    private final Action action;
    private final double periodMs;

    private RepeatingMessage() {
        this(null, null, 0);
    }

    RepeatingMessage(Model owner, Action action, double periodMs) {
        super(owner);
        this.action = action;
        this.periodMs = periodMs;
    }

    double periodMs() {
        return periodMs;
    }

    @Override
    void execute(World world) {
        action.run();
    }

    @Override
    String describe() {
        return "a repeating message (every " + (int) periodMs + " ms)";
    }
}
