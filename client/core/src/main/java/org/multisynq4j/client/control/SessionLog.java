package org.multisynq4j.client.control;

import java.util.Set;
import java.util.function.Supplier;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.port.Console;

/** The session's lines in the console, each under the flag that asks for it. */
public final class SessionLog {
    private static final String PREFIX = "[Multisynq] ";

    private final Console console;
    private final Set<Debug> flags;

    public SessionLog(Console console, Set<Debug> flags) {
        this.console = console;
        this.flags = flags;
    }

    /** Whether somebody wants to see this. */
    public boolean wants(Debug flag) {
        return flags.contains(flag);
    }

    /** Writes a line if its flag is on. */
    public void debug(Debug flag, String line) {
        if (flags.contains(flag)) {
            console.log(Console.Level.INFO, PREFIX + line);
        }
    }

    /** As {@link #debug(Debug, String)}, for lines that cost something to make. */
    public void debug(Debug flag, Supplier<String> line) {
        if (flags.contains(flag)) {
            console.log(Console.Level.INFO, PREFIX + line.get());
        }
    }

    /** What a model logged. */
    public void print(String line) {
        console.log(Console.Level.INFO, PREFIX + line);
    }

    /** Something the user or programmer should know, whatever the flags. */
    public void warn(String line) {
        console.log(Console.Level.WARN, PREFIX + line);
    }

    /** Something failed, whatever the flags. */
    public void error(String line) {
        console.log(Console.Level.ERROR, PREFIX + line);
    }

    /** A size as people read it: {@code 512B}, {@code 2.3KB}, {@code 1.5MB}. */
    public static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + "B";
        }
        // What would be rounded up to 1024.0KB is a megabyte.
        return Math.round(bytes / 102.4) < 10_240
                ? tenths(bytes / 1024.0) + "KB"
                : tenths(bytes / (1024.0 * 1024)) + "MB";
    }

    private static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + "." + tenths % 10;
    }
}
