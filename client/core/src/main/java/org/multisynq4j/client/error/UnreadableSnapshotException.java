package org.multisynq4j.client.error;

/** The snapshot from which this session continues cannot be fetched or read. */
public final class UnreadableSnapshotException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public UnreadableSnapshotException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public UnreadableSnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
