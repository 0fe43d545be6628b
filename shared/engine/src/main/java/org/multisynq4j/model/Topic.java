package org.multisynq4j.model;

import java.util.Objects;

/**
 * A scope and an event name with the type of what is published there.
 *
 * <p>The scope must not contain {@code :} (it separates the two on the wire). Neither may be empty. {@code *} is reserved for {@link Model#subscribeAll}.
 *
 * @param <T> the type of the data
 */
public final class Topic<T> {
    private final String scope;
    private final String event;
    private final Class<T> type;

    private Topic(String scope, String event, Class<T> type) {
        this.scope = requireScope(scope);
        this.event = requireEvent(event);
        this.type = Objects.requireNonNull(type, "type");
    }

    /** A topic whose data is of this type. */
    public static <T> Topic<T> of(String scope, String event, Class<T> type) {
        return new Topic<>(scope, event, type);
    }

    /** The same event in another scope, such as a model's id. */
    public Topic<T> in(String otherScope) {
        return new Topic<>(otherScope, event, type);
    }

    public String scope() {
        return scope;
    }

    public String event() {
        return event;
    }

    public Class<T> type() {
        return type;
    }

    @Override
    public String toString() {
        return scope + ":" + event;
    }

    static String requireScope(String scope) {
        if (scope.isEmpty() || scope.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "a scope must not be empty or contain ':', but this one is \"" + scope + "\"");
        }
        return scope;
    }

    static String requireEvent(String event) {
        if (event.isEmpty()) {
            throw new IllegalArgumentException("an event needs a name");
        }
        return event;
    }
}
