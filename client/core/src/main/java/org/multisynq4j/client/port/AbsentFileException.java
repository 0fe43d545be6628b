package org.multisynq4j.client.port;

/** The file store answered, and has no such file: asking again is of no use. The message names the file's address. */
public final class AbsentFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** HTTP statuses that say so: not found, gone. */
    private static final int NOT_FOUND = 404;

    private static final int GONE = 410;

    public AbsentFileException(String message) {
        super(message);
    }

    /** Whether an HTTP status says that there is no such file. */
    public static boolean isSaidBy(int status) {
        return status == NOT_FOUND || status == GONE;
    }
}
