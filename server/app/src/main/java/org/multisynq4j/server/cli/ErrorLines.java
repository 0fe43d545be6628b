package org.multisynq4j.server.cli;

import java.io.PrintWriter;
import org.multisynq4j.client.port.Console;

/** The session's console on standard error. An error that ends the session arrives here and as an exception, and is said once. */
final class ErrorLines implements Console {
    private final PrintWriter err;
    private String last = "";

    ErrorLines(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void log(Level level, String line) {
        last = line;
        err.println(line);
        err.flush();
    }

    /** The last words of the command. */
    synchronized void finish(String message) {
        if (!last.endsWith(message)) {
            log(Level.ERROR, Problems.line(message));
        }
    }
}
