package org.multisynq4j.client.error;

/** More was published than may be sent; this event was not sent. */
public final class RateExceededException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public RateExceededException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public RateExceededException(String message, Throwable cause) {
        super(message, cause);
    }
}
