package org.multisynq4j.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a replay stops. */
public sealed interface StopAt {
    /** At the end of the recording. */
    record End() implements StopAt {}

    /** When everything up to this teatime, in ms, is executed. */
    record Time(double ms) implements StopAt {}

    /** When the message with this number (unsigned) is executed. */
    record Message(long seq) implements StopAt {}

    /** When the next event of this topic has been handled, whoever published it. */
    record Event(String scope, String event) implements StopAt {}

    /** The end. */
    static StopAt end() {
        return new End();
    }

    /**
     * Reads what a command line says: {@code 12500} (ms of teatime), {@code #4711} (a message), {@code chat:post} (an event; the scope ends at the last colon).
     *
     * @throws IllegalArgumentException for anything else
     */
    static StopAt parse(String text) {
        Matcher time = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?").matcher(text);
        if (time.matches()) {
            return new Time(Double.parseDouble(text));
        }
        if (text.matches("#\\d{1,10}")) {
            return new Message(Long.parseLong(text.substring(1)));
        }
        int colon = text.lastIndexOf(':');
        if (colon > 0 && colon < text.length() - 1) {
            return new Event(text.substring(0, colon), text.substring(colon + 1));
        }
        throw new IllegalArgumentException("'" + text
                + "' is no place in a recording; say a time in ms (12500), a message (#4711) or an event (chat:post)");
    }
}
