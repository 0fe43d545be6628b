package org.multisynq4j.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * Stands for an object that cannot be made before its parts are (a record, a lambda, …), where something inside of those parts refers to it.
 */
final class Unbuilt {
    private final List<Pending> waiting = new ArrayList<>();
    private Object value;
    private boolean built;

    /** An object whose parts are all read, but not all made. */
    static final class Pending {
        final DecoderFrame parts;
        final Unbuilt result;
        int missing;

        Pending(DecoderFrame parts, Unbuilt result) {
            this.parts = parts;
            this.result = result;
        }
    }

    boolean isBuilt() {
        return built;
    }

    Object value() {
        return value;
    }

    void await(Pending pending) {
        waiting.add(pending);
    }

    /** Gives the object, and answers what waited for it. */
    List<Pending> build(Object object) {
        value = object;
        built = true;
        return waiting;
    }

    /** The object itself where it exists by now. */
    static Object resolve(Object item) {
        return item instanceof Unbuilt unbuilt && unbuilt.built ? unbuilt.value : item;
    }
}
