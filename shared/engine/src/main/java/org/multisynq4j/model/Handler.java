package org.multisynq4j.model;

import java.io.Serializable;

/**
 * A step of a model that takes one value; lambdas and method references survive snapshots.
 *
 * @param <T> what the event or the future message carries
 */
@FunctionalInterface
public interface Handler<T> extends Serializable {
    /** Runs the step. */
    void handle(T value);
}
