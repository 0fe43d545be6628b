package org.multisynq4j.vm;

/** A message did not continue the sequence: something was lost or repeated on the way. */
public final class OutOfSequenceException extends RuntimeException {
    /** What was expected and what came. */
    public OutOfSequenceException(String message) {
        super(message);
    }
}
