package org.multisynq4j.client.browser;

import org.multisynq4j.client.browser.page.ConsoleLines;
import org.multisynq4j.client.port.Console;
import org.teavm.jso.JSBody;

/** The browser's console; the last lines are kept for the dock. */
final class PageConsole implements Console {
    private final ConsoleLines lines;

    PageConsole(ConsoleLines lines) {
        this.lines = lines;
    }

    @Override
    public void log(Level level, String line) {
        switch (level) {
            case DEBUG -> debug(line);
            case INFO -> info(line);
            case WARN -> warn(line);
            case ERROR -> error(line);
        }
        lines.add(level, line);
    }

    @JSBody(params = "line", script = "console.debug(line);")
    private static native void debug(String line);

    @JSBody(params = "line", script = "console.log(line);")
    private static native void info(String line);

    @JSBody(params = "line", script = "console.warn(line);")
    private static native void warn(String line);

    @JSBody(params = "line", script = "console.error(line);")
    private static native void error(String line);
}
