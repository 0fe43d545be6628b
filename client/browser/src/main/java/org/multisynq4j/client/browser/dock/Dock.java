package org.multisynq4j.client.browser.dock;

import org.multisynq4j.client.browser.page.ConsoleLines;
import org.multisynq4j.client.browser.page.Dom;
import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.url.UrlOptions;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The badge in the corner and the panel behind it. */
public final class Dock {
    private static final int REFRESH_MS = 1000;

    private final DockModel model;
    private final HTMLElement root = Dom.shadowHost("m4j-dock", DockStyle.CSS);
    private final HTMLElement pill = Dom.button("pill", "", this::toggle);
    private final HTMLElement badge = Dom.element("span", "badge");
    private final HTMLElement word = Dom.element("span", "word");
    private final HTMLElement people = Dom.element("span", "people");
    private final HTMLElement dot = Dom.element("span", "dot");
    private final HTMLElement panel = Dom.element("section", "panel");
    private final DockPanel content;
    private final int timer;
    private boolean closed;

    private Dock(DockModel model, ConsoleLines lines, UrlOptions options) {
        this.model = model;
        content = new DockPanel(panel, model, lines, options);
        panel.setId("panel");
        panel.setHidden(true);
        panel.setAttribute("aria-label", "Session");
        pill.setAttribute("aria-expanded", "false");
        pill.setAttribute("aria-controls", "panel");
        Dom.append(pill, badge, word, people, dot);
        Dom.append(root, pill, panel);
        root.addEventListener("keydown", (KeyboardEvent event) -> Guard.run(() -> closeOnEscape(event)));
        model.onChange(this::refresh);
        timer = Window.setInterval(() -> Guard.run(this::tick), REFRESH_MS);
        refresh();
    }

    /**
     * Shows the dock of a session. Options {@code nodock}, {@code noqr}, {@code nostats}, {@code nomessages} leave out all or parts of it.
     *
     * @return closes the dock
     */
    public static Runnable show(DockModel model, ConsoleLines lines, UrlOptions options) {
        if (options.flag("nodock")) {
            return () -> {};
        }
        return new Dock(model, lines, options)::close;
    }

    private void close() {
        closed = true;
        Window.clearInterval(timer);
        Dom.removeShadowHost(root);
    }

    private void closeOnEscape(KeyboardEvent event) {
        if (event.getKey().equals("Escape") && !panel.isHidden()) {
            toggle();
            Dom.focus(pill);
        }
    }

    private void toggle() {
        boolean open = panel.isHidden();
        panel.setHidden(!open);
        pill.setAttribute("aria-expanded", open ? "true" : "false");
        refresh();
    }

    private void tick() {
        content.sample();
        if (!panel.isHidden()) {
            content.refreshFigures();
        }
    }

    private void refresh() {
        if (closed) {
            return;
        }
        Moniker moniker = Moniker.of(model.sessionId());
        DockState state = model.state();
        int count = model.participants().size();
        badge.setAttribute("style", "background:" + moniker.gradient());
        Dom.text(word, moniker.word().isEmpty() ? "…" : moniker.word());
        Dom.text(people, count == 0 ? "" : "" + count);
        dot.setClassName("dot " + state.name().toLowerCase().replace('_', '-'));
        pill.setAttribute(
                "aria-label",
                "Session " + moniker.word() + ", " + state.label() + ", " + count
                        + (count == 1 ? " participant" : " participants"));
        pill.setAttribute("title", state.label());
        if (!panel.isHidden()) {
            content.refresh();
            content.refreshFigures();
        }
    }
}
