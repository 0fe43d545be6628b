package org.multisynq4j.model;

import java.io.Serializable;

/**
 * Collects the data that {@link Model#persistSession} saves. It is kept in the model's state until the save is due, so it is a serializable lambda and not a
 * {@code java.util.function.Supplier}.
 *
 * @param <T> records, lists, maps, sets, strings, numbers, booleans, enums, {@code byte[]}, null, and any nesting of them
 */
@FunctionalInterface
public interface Collector<T> extends Serializable {
    /** Called once when the save is due; must not change the model. */
    T collect();
}
