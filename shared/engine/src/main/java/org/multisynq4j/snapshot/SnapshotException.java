package org.multisynq4j.snapshot;

/**
 * An object cannot be stored, or bytes cannot be read. The message says what is wrong, where (field path or byte position) and what to do.
 */
public final class SnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SnapshotException(String message) {
        super(message);
    }

    public SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
