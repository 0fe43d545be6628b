package org.multisynq4j.store;

/** The data directory cannot be used. The message names the path and says what to do; {@link #reason()} is for programs. */
public final class StoreException extends Exception {
    /** Why the directory cannot be used. */
    public enum Reason {
        /** Another process holds it. */
        LOCKED,
        /** It cannot be created, read or written. */
        NOT_WRITABLE,
        /** It was written by a newer version, or is not a data directory. */
        WRONG_FORMAT
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    StoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What kind of problem it is. */
    public Reason reason() {
        return reason;
    }
}
