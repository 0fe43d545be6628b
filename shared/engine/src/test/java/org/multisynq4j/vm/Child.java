package org.multisynq4j.vm;

import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

/** A child of {@link Recorder}, well known and alive. */
final class Child extends Model {
    private String name = "";

    @Override
    protected void init(Options options, Persisted persisted) {
        name = options.as(String.class);
        beWellKnownAs("child");
        every(10, () -> publish("child", "lives", name));
    }

    void use() {
        future(1, () -> {});
    }
}
