package org.multisynq4j.vm;

import org.multisynq4j.model.Handler;
import org.multisynq4j.model.Model;

/** {@code future(ms, handler, value)}. */
final class HandlerMessage<T> extends ScheduledMessage {
    private final Handler<T> handler;
    private final T value;

    private HandlerMessage() {
        this(null, null, null);
    }

    HandlerMessage(Model owner, Handler<T> handler, T value) {
        super(owner);
        this.handler = handler;
        this.value = value;
    }

    @Override
    void execute(World world) {
        handler.handle(value);
    }

    @Override
    String describe() {
        return "a future message";
    }
}
