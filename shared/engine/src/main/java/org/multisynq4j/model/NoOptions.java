package org.multisynq4j.model;

import java.util.Optional;

/** Nothing was given. */
final class NoOptions extends Options {
    static final NoOptions INSTANCE = new NoOptions();

    private NoOptions() {}

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public <T> T as(Class<T> type) {
        throw new IllegalArgumentException("no options were given, so there is no " + type.getName()
                + "; pass them to Join.options(...) or create(..., options)");
    }

    @Override
    public <T> Optional<T> get(String name, Class<T> type) {
        return Optional.empty();
    }
}
