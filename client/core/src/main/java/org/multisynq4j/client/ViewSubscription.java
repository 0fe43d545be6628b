package org.multisynq4j.client;

import java.util.function.Consumer;

/** A view's subscription to one event. */
public final class ViewSubscription {
    private final View owner;
    private final String topic;
    private final Handling handling;
    private final Consumer<Object> handler;
    private boolean active = true;

    ViewSubscription(View owner, String topic, Handling handling, Consumer<Object> handler) {
        this.owner = owner;
        this.topic = topic;
        this.handling = handling;
        this.handler = handler;
    }

    /** Ends it; events already waiting are not delivered any more. */
    public void cancel() {
        active = false;
    }

    /** True until it is cancelled or its view detached. */
    public boolean isActive() {
        return active;
    }

    View owner() {
        return owner;
    }

    String topic() {
        return topic;
    }

    Handling handling() {
        return handling;
    }

    void deliver(Object data) {
        handler.accept(data);
    }
}
