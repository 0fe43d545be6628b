package org.multisynq4j.server;

/** The server could not start. The message is for the operator: what, where, what to do. */
public final class StartException extends Exception {
    /** What stood in the way; each has its own exit code. */
    public enum Cause {
        /** The port cannot be listened at. */
        PORT,
        /** The data directory cannot be used. */
        DATA
    }

    private static final long serialVersionUID = 1L;

    private final Cause problem;

    StartException(Cause problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /** What stood in the way. */
    public Cause problem() {
        return problem;
    }
}
