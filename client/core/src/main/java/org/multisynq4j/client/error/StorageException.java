package org.multisynq4j.client.error;

/** A snapshot or persistent data could not be stored; it is tried again later. */
public final class StorageException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public StorageException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
