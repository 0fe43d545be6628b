package org.multisynq4j.client.port;

/** Where log lines go: the browser's console, a logger, a test's list. */
public interface Console {
    /** Writes one line (already prefixed). */
    void log(Level level, String line);

    /** How loud. */
    enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }
}
