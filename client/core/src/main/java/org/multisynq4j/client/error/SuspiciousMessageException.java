package org.multisynq4j.client.error;

/** A message was refused because it was damaged, forged or repeated. The session goes on. */
public final class SuspiciousMessageException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public SuspiciousMessageException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public SuspiciousMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
