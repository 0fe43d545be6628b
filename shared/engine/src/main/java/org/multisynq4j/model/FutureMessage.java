package org.multisynq4j.model;

/** A step scheduled by {@link Model#future} or {@link Model#every}; may be kept in model state. */
public abstract class FutureMessage {
    /** For the engine. */
    protected FutureMessage() {}

    /** Prevents it from running (again); does nothing if it ran or was cancelled. Returns whether it was pending. */
    public abstract boolean cancel();

    /** True until it ran (a repeating one: until it is cancelled). */
    public abstract boolean isPending();

    /** The teatime in ms at which it runs next, or ran last. */
    public abstract double time();
}
