package org.multisynq4j.client.error;

/** A snapshot or persistent data could not be stored, which is tried again later; or data of an application could not, which is not. */
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
