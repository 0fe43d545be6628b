package org.multisynq4j.pages.hello;

import java.util.Optional;
import org.multisynq4j.client.browser.page.Dom;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** The counter's elements. */
public final class HelloPage {
    private static final int SECONDS = 60;

    private final HTMLElement counter = Dom.byId("counter");
    private final HTMLElement number = Dom.byId("count");
    private final HTMLElement hand = counter.querySelector(".hand");
    private Optional<Runnable> onPress = Optional.empty();
    private int shown;

    /** Finds the elements of the page. */
    public HelloPage() {
        Dom.onClick(counter, () -> onPress.ifPresent(Runnable::run));
    }

    void attach(Runnable press) {
        onPress = Optional.of(press);
        counter.removeAttribute("disabled");
    }

    void detach() {
        onPress = Optional.empty();
        counter.setAttribute("disabled", "");
    }

    void show(int count) {
        Dom.text(number, "" + count);
        number.setClassName(count < 1000 ? "count" : "count long");
        hand.setAttribute("style", "stroke-dasharray:" + (count == 0 ? 0 : (count - 1) % SECONDS + 1) + " " + SECONDS);
        if (count < shown) {
            flash(counter);
        }
        shown = count;
    }

    @JSBody(
            params = "element",
            script = "element.classList.remove('reset'); void element.offsetWidth; element.classList.add('reset');")
    private static native void flash(HTMLElement element);
}
