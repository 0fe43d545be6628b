package org.multisynq4j.client.error;

/** The data saved by an earlier version of the program cannot be fetched or read, so nothing is started that could overwrite it. */
public final class UnreadablePersistentDataException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public UnreadablePersistentDataException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public UnreadablePersistentDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
