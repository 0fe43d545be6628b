package org.multisynq4j.parity;

/** Something that computes step by step. Its results must not depend on anything but the number of the step. */
public interface Program {
    /** Computes the step with this number, from 0, and tells the trace whatever could differ. */
    void step(int number, Trace trace);
}
