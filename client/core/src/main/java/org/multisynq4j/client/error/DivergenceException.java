package org.multisynq4j.client.error;

/** Participants computed different states. */
public final class DivergenceException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public DivergenceException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public DivergenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
