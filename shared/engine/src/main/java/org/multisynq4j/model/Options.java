package org.multisynq4j.model;

import java.util.Optional;

/**
 * What {@link Model#init} was given: the session's options for the root model, or the object passed to {@link Model#create} for others.
 *
 * <p>The session's options take part in the session id: other options are another session.
 */
public abstract class Options {
    /** For the engine. */
    protected Options() {}

    /** No options. */
    public static Options none() {
        return NoOptions.INSTANCE;
    }

    /** True if nothing was given. */
    public abstract boolean isEmpty();

    /**
     * All options as a record or another type.
     *
     * @throws IllegalArgumentException naming the member that is missing or of another type
     */
    public abstract <T> T as(Class<T> type);

    /** One member by name, if it was given and is not null. */
    public abstract <T> Optional<T> get(String name, Class<T> type);

    /** A text member, or the default. */
    public String text(String name, String otherwise) {
        return get(name, String.class).orElse(otherwise);
    }

    /** A number member, or the default. */
    public double number(String name, double otherwise) {
        return get(name, Double.class).orElse(otherwise);
    }

    /** A yes/no member, or the default. */
    public boolean flag(String name, boolean otherwise) {
        return get(name, Boolean.class).orElse(otherwise);
    }
}
