package org.multisynq4j.client.error;

/** The server wants a join token and refused the one given, or there was none. */
public final class RefusedTokenException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public RefusedTokenException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public RefusedTokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
