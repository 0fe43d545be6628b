package org.multisynq4j.client.error;

/** The connection is gone and the client does not try again. */
public final class LostConnectionException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public LostConnectionException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public LostConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
