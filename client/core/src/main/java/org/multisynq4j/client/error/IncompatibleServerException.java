package org.multisynq4j.client.error;

/** The server, or the session on it, does not speak this protocol. */
public final class IncompatibleServerException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public IncompatibleServerException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public IncompatibleServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
