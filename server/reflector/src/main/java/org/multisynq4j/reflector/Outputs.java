package org.multisynq4j.reflector;

/** Takes what a turn of a state machine produces, in order. Must not call back into the state machine. */
@FunctionalInterface
public interface Outputs {
    /** Carries out, or queues, one output. */
    void emit(Output output);
}
