package org.multisynq4j.client.jvm;

import java.io.PrintStream;
import org.multisynq4j.client.port.Console;

/** Writes lines as they are to a stream, for command-line programs without a logger. */
public final class PrintConsole implements Console {
    private final PrintStream out;
    private final Level least;

    /** @param least quieter lines are dropped */
    public PrintConsole(PrintStream out, Level least) {
        this.out = out;
        this.least = least;
    }

    @Override
    public void log(Level level, String line) {
        if (level.compareTo(least) >= 0) {
            out.println(line);
        }
    }
}
