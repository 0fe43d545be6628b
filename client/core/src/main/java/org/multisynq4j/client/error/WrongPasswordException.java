package org.multisynq4j.client.error;

/** The session exists and was made with another password. Nobody in it noticed the attempt. */
public final class WrongPasswordException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened and what to do */
    public WrongPasswordException(String message) {
        super(message);
    }

    /** @param message what happened and what to do */
    public WrongPasswordException(String message, Throwable cause) {
        super(message, cause);
    }
}
