package org.multisynq4j.client.error;

/**
 * This machine could not execute a model to its end: the stack or the memory was full. Where that happens differs from machine to machine, so the session ends here
 * rather than going on in a state that the others may not have.
 */
public final class BrokenModelException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public BrokenModelException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public BrokenModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
