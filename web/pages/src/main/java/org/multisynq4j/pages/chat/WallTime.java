package org.multisynq4j.pages.chat;

import org.teavm.jso.JSBody;

/** Wall-clock times in the reader's own format. */
final class WallTime {
    private WallTime() {}

    @JSBody(script = "return Date.now();")
    static native double nowMs();

    /** Hours and minutes. */
    @JSBody(params = "ms", script = "return new Date(ms).toLocaleTimeString([], {hour: '2-digit', minute: '2-digit'});")
    static native String clock(double ms);

    /** The day, in words for the current one. */
    @JSBody(
            params = "ms",
            script = "var day = new Date(ms).toDateString();"
                    + "if (day === new Date().toDateString()) return 'Today';"
                    + "return new Date(ms).toLocaleDateString([], {weekday: 'long', day: 'numeric', month: 'long'});")
    static native String day(double ms);

    /** For {@code <time datetime>}. */
    @JSBody(params = "ms", script = "return new Date(ms).toISOString();")
    static native String iso(double ms);
}
