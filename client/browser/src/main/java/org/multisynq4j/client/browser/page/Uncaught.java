package org.multisynq4j.client.browser.page;

import java.util.Optional;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Shows errors that nobody handled as a readable panel in the page, besides the console.
 *
 * <p>The first error is the one that matters, later ones are often its consequences: the panel shows the first in full and counts the others.
 */
public final class Uncaught {
    private static final int MAX_CHARS = 2000;
    private static int count;
    private static HTMLElement panel;
    private static HTMLElement more;
    private static Optional<Consumer<String>> elsewhere = Optional.empty();

    private Uncaught() {}

    /** Listens to the window's errors and rejected promises. */
    public static void install() {
        listen(text -> show("Something in this page failed", text));
    }

    /** Tells this receiver instead of showing anything, where there is no page. */
    public static void reportTo(Consumer<String> receiver) {
        elsewhere = Optional.of(receiver);
    }

    /** Shows an exception. */
    public static void show(Throwable error) {
        String text = describe(error);
        error.printStackTrace();
        show("Something in this page failed", text);
    }

    /** Shows a problem with a headline; the text may have several lines. */
    public static void show(String headline, String text) {
        if (elsewhere.isPresent()) {
            elsewhere.get().accept(text);
            return;
        }
        console("[Multisynq] " + headline + ": " + text);
        count++;
        if (panel != null) {
            Dom.text(
                    more,
                    "and " + (count - 1) + (count == 2 ? " more error" : " more errors")
                            + ", see the browser's console");
            return;
        }
        more = Dom.element("p", "more");
        panel = Dom.shadowHost("m4j-error", UncaughtStyle.CSS);
        HTMLElement box = Dom.element("div", "box");
        box.setAttribute("role", "alert");
        HTMLElement details = Dom.element("pre", "details", cut(text));
        HTMLElement close = Dom.button("close", "Dismiss", Uncaught::dismiss);
        HTMLElement reload = Dom.button("reload", "Reload the page", Dom::reload);
        HTMLElement buttons = Dom.append(Dom.element("div", "buttons"), reload, close);
        Dom.append(box, Dom.element("h2", "", headline), details, more, buttons);
        Dom.append(panel, box);
    }

    private static void dismiss() {
        Optional.ofNullable(panel).ifPresent(Dom::removeShadowHost);
        panel = null;
        count = 0;
    }

    /** The exception, its message and its causes, one per line. */
    public static String describe(Throwable error) {
        StringBuilder text = new StringBuilder();
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < 8; depth++) {
            String message = cause.getMessage();
            String name = cause.getClass().getName();
            name = name.substring(name.lastIndexOf('.') + 1);
            text.append(depth == 0 ? "" : "\ncaused by ");
            text.append(message == null || message.isEmpty() ? name : name + ": " + message);
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return text.toString();
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "…";
    }

    @JSBody(params = "line", script = "console.error(line);")
    private static native void console(String line);

    @JSFunctor
    private interface Report extends JSObject {
        void call(String text);
    }

    // A failing <img> or <script> also fires "error" while capturing; without capture only real script errors arrive
    // here.
    @JSBody(
            params = "report",
            script = "function text(error) { return error && (error.message || String(error)) || 'unknown error'; }"
                    + "window.addEventListener('error', function(event) {"
                    + "  report(text(event.error || event)"
                    + "    + (event.filename ? '\\n' + event.filename + ':' + event.lineno + ':' + event.colno : ''));"
                    + "});"
                    + "window.addEventListener('unhandledrejection', function(event) { report(text(event.reason)); });")
    private static native void listen(Report report);
}
