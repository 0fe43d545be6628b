package org.multisynq4j.client.error;

/** The session is over, or has not begun. */
public final class NotLiveException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public NotLiveException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public NotLiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
