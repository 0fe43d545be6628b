package org.multisynq4j.client.error;

/** Something went wrong with a session. The message says what, and what to do. */
public abstract class SessionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SessionException(String message) {
        super(message);
    }

    SessionException(String message, Throwable cause) {
        super(message, cause);
    }
}
