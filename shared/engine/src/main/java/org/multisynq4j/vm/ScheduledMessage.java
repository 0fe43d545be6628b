package org.multisynq4j.vm;

import org.multisynq4j.model.FutureMessage;
import org.multisynq4j.model.Model;
import org.multisynq4j.snapshot.Stored;

/** A message inside one replica's queue, the same in all of them. */
abstract class ScheduledMessage extends FutureMessage implements Stored {
    private static final int PENDING = 0;
    private static final int DONE = 1;

    private double time;
    private int order;
    private int state;
    /** Whose step it is; null for the engine's own. */
    private final Model owner;

    ScheduledMessage(Model owner) {
        this.owner = owner;
    }

    /** Runs it once; called with {@link #isPending} already false unless it repeats. */
    abstract void execute(World world);

    /** What it does, for error reports. */
    abstract String describe();

    final Model owner() {
        return owner;
    }

    final void placeAt(double newTime, int newOrder) {
        time = newTime;
        order = newOrder;
    }

    final void finish() {
        state = DONE;
    }

    /** Earlier in time, or earlier scheduled at the same time (32-bit counter with wrap-around). */
    final boolean isBefore(ScheduledMessage other) {
        return time != other.time ? time < other.time : order - other.order < 0;
    }

    @Override
    public final boolean cancel() {
        boolean pending = isPending();
        state = DONE;
        return pending;
    }

    @Override
    public final boolean isPending() {
        return state == PENDING;
    }

    @Override
    public final double time() {
        return time;
    }

    final int order() {
        return order;
    }
}
