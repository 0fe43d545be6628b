package org.multisynq4j.client.error;

/** No server answers at the address given. */
public final class UnknownServerException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public UnknownServerException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public UnknownServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
