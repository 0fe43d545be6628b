package org.multisynq4j.pages.chat;

import java.util.function.Consumer;
import org.multisynq4j.client.browser.page.Dom;
import org.multisynq4j.client.browser.page.Guard;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;

/** Where one writes. Enter sends, Shift+Enter makes a new line. */
final class Composer {
    private final HTMLTextAreaElement text = (HTMLTextAreaElement) Dom.byId("text");
    private final HTMLElement send = Dom.byId("send");
    private final Consumer<String> onText;
    private boolean enabled;

    Composer(Consumer<String> onText) {
        this.onText = onText;
        Dom.byId("composer").addEventListener("submit", event -> {
            event.preventDefault();
            Guard.run(this::submit);
        });
        text.addEventListener("keydown", (KeyboardEvent event) -> {
            // While an input method composes, Enter belongs to it.
            if (event.getKey().equals("Enter") && !event.isShiftKey() && !isComposing(event)) {
                event.preventDefault();
                Guard.run(this::submit);
            }
        });
        Dom.on(text, "input", this::changed);
    }

    void enable(boolean on) {
        enabled = on;
        text.setDisabled(false);
        changed();
    }

    private void submit() {
        String written = text.getValue().trim();
        if (enabled && !written.isEmpty()) {
            onText.accept(written); // may refuse: too much at once; then the text stays
            text.setValue("");
            changed();
        }
        Dom.focus(text);
    }

    private void changed() {
        if (enabled && !text.getValue().trim().isEmpty()) {
            send.removeAttribute("disabled");
        } else {
            send.setAttribute("disabled", "");
        }
        fit(text);
    }

    @JSBody(params = "event", script = "return event.isComposing || event.keyCode === 229;")
    private static native boolean isComposing(KeyboardEvent event);

    // Browsers with field-sizing do it by themselves.
    @JSBody(
            params = "area",
            script = "if (!CSS.supports('field-sizing', 'content')) {"
                    + "  area.style.height = 'auto'; area.style.height = area.scrollHeight + 2 + 'px';"
                    + "}")
    private static native void fit(HTMLTextAreaElement area);
}
