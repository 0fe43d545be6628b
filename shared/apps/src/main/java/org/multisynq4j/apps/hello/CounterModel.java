package org.multisynq4j.apps.hello;

import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.model.Topic;

/** Counts up once a second; a reset by anybody starts it again for everybody. */
public final class CounterModel extends Model {
    /** Published by views: back to zero. The data does not matter. */
    public static final Topic<Boolean> RESET = Topic.of("counter", "reset", Boolean.class);

    /** Published by the model after each change: the new count. */
    public static final Topic<Integer> CHANGED = Topic.of("counter", "changed", Integer.class);

    private static final double SECOND_MS = 1000;

    private int count;

    @Override
    protected void init(Options options, Persisted persisted) {
        subscribe(RESET, ignored -> set(0));
        every(SECOND_MS, () -> set(count + 1));
    }

    private void set(int value) {
        count = value;
        publish(CHANGED, value);
    }

    /** Seconds since the last reset. */
    public int count() {
        return count;
    }
}
