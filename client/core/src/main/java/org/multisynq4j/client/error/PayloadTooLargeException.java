package org.multisynq4j.client.error;

/** The data of an event exceeds the limit; nothing was sent. */
public final class PayloadTooLargeException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public PayloadTooLargeException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public PayloadTooLargeException(String message, Throwable cause) {
        super(message, cause);
    }
}
