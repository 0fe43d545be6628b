package org.multisynq4j.model;

import java.io.Serializable;

/** A step of a model that takes no argument; lambdas and method references survive snapshots. */
@FunctionalInterface
public interface Action extends Serializable {
    /** Runs the step. */
    void run();
}
