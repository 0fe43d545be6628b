package org.multisynq4j.client.error;

/** View code threw. The session goes on. */
public final class ViewFailureException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public ViewFailureException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public ViewFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
