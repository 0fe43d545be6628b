package org.multisynq4j.client.error;

/** The session has as many participants as the server allows. */
public final class SessionFullException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public SessionFullException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public SessionFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
