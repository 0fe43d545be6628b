package org.multisynq4j.client.error;

/** The server knows no such session: nobody began it, or with other code, options, name or app id. */
public final class UnknownSessionException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public UnknownSessionException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public UnknownSessionException(String message, Throwable cause) {
        super(message, cause);
    }
}
