package org.multisynq4j.model;

/** A model's subscription; may be kept in model state. */
public abstract class Subscription {
    /** For the engine. */
    protected Subscription() {}

    /** Ends it; handlers not yet called for the current event are not called any more. */
    public abstract void cancel();

    /** True until it is cancelled or its model destroyed. */
    public abstract boolean isActive();
}
