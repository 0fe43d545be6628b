package org.multisynq4j.client.error;

/** Model code threw. Every participant had the same exception at the same place; the session goes on. */
public final class ModelFailureException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public ModelFailureException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public ModelFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
