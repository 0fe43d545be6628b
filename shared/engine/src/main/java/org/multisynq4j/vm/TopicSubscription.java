package org.multisynq4j.vm;

import org.multisynq4j.model.Handler;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Subscription;
import org.multisynq4j.snapshot.Stored;

/**
 * One handler of one model for one topic.
 *
 * <p>The data's type is not kept: a handler of another type fails with {@code ClassCastException}, alike everywhere, and is reported.
 */
final class TopicSubscription extends Subscription implements Stored {
    private final Subscriptions table;
    private final Model owner;
    private final String topic;
    private final Handler<?> handler;
    private boolean active = true;

    private TopicSubscription() {
        this(null, null, "", null);
    }

    TopicSubscription(Subscriptions table, Model owner, String topic, Handler<?> handler) {
        this.table = table;
        this.owner = owner;
        this.topic = topic;
        this.handler = handler;
    }

    Model owner() {
        return owner;
    }

    String topic() {
        return topic;
    }

    @SuppressWarnings("unchecked") // a wrong type fails inside the handler's own bridge
    void deliver(Object data) {
        ((Handler<Object>) handler).handle(data);
    }

    @Override
    public void cancel() {
        if (active) {
            active = false;
            table.remove(this);
        }
    }

    @Override
    public boolean isActive() {
        return active;
    }
}
