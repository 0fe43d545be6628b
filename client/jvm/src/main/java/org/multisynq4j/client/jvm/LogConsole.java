package org.multisynq4j.client.jvm;

import org.multisynq4j.client.port.Console;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to SLF4J, logger {@value #LOGGER}. */
public final class LogConsole implements Console {
    /** The logger's name. */
    public static final String LOGGER = "org.multisynq4j.session";

    private final Logger logger = LoggerFactory.getLogger(LOGGER);

    @Override
    public void log(Level level, String line) {
        switch (level) {
            case DEBUG -> logger.debug("{}", line);
            case INFO -> logger.info("{}", line);
            case WARN -> logger.warn("{}", line);
            case ERROR -> logger.error("{}", line);
        }
    }
}
