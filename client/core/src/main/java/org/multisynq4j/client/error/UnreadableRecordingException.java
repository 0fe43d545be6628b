package org.multisynq4j.client.error;

/** A recorded session cannot be read or replayed: it is damaged, made by a later version, or sealed with another password. */
public final class UnreadableRecordingException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do */
    public UnreadableRecordingException(String message) {
        super(message);
    }

    /** @param message what is wrong and what to do */
    public UnreadableRecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
