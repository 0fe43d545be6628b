package org.multisynq4j.server.participant;

import java.io.PrintWriter;
import org.multisynq4j.client.Session;
import org.multisynq4j.json.JsonObject;

/** One line of text per event. */
public final class TextReport implements Report {
    private final PrintWriter out;

    public TextReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void happened(String text, JsonObject facts) {
        out.println(printable(text));
        out.flush();
    }

    @Override
    public void now(Session session) {}

    /** What others wrote must not move the cursor, clear the screen or retitle the window. */
    static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean reorders = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
            safe.append(Character.isISOControl(c) || reorders ? ' ' : c);
        }
        return safe.toString();
    }
}
