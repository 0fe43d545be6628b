package org.multisynq4j.vm;

import org.multisynq4j.model.Action;
import org.multisynq4j.model.Model;

/** {@code future(ms, action)}. */
final class ActionMessage extends ScheduledMessage {
    private final Action action;

    private ActionMessage() {
        this(null, null);
    }

    ActionMessage(Model owner, Action action) {
        super(owner);
        this.action = action;
    }

    @Override
    void execute(World world) {
        action.run();
    }

    @Override
    String describe() {
        return "a future message";
    }
}
