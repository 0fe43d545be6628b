package org.multisynq4j.client.browser.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.multisynq4j.client.port.Console.Level;

/** The last lines that went to the console, for showing in the page. */
public final class ConsoleLines {
    /** Older lines are dropped. */
    public static final int MAX_LINES = 200;

    /** Longer lines are cut: {@code debug=messages} may log whole payloads. */
    public static final int MAX_CHARS = 500;

    private final Deque<Line> lines = new ArrayDeque<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /** One line. */
    public record Line(Level level, String text) {}

    /** Appends a line and tells the listeners. */
    public void add(Level level, String text) {
        if (lines.size() == MAX_LINES) {
            lines.removeFirst();
        }
        lines.addLast(new Line(level, text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "…"));
        listeners.forEach(Runnable::run);
    }

    /** The lines, oldest first. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Calls back after every line. */
    public void onLine(Runnable listener) {
        listeners.add(listener);
    }
}
