package org.multisynq4j.server.cli;

/** What the process tells the shell; the numbers are part of the interface. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** An unexpected error. */
    public static final int ERROR = 1;
    /** An unknown option or a value that cannot be used. */
    public static final int USAGE = 2;
    /** The port cannot be listened at. */
    public static final int PORT = 3;
    /** The data directory is locked, not writable or of an unknown format. */
    public static final int DATA = 4;
    /** The session was made with another password. */
    public static final int PASSWORD = 5;
    /** No server answers at the address. */
    public static final int SERVER = 6;
    /** The session refused this participant, or ended by an error. */
    public static final int SESSION = 7;

    /** What was named is not there. */
    public static final int NOT_FOUND = 8;

    /** A replay computed something else than was recorded. */
    public static final int DISAGREES = 9;

    private ExitCode() {}
}
