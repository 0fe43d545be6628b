package org.multisynq4j.client.error;

/** Data of an application, named by a handle, cannot be fetched or opened. The session goes on. */
public final class UnreadableDataException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public UnreadableDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
