package org.multisynq4j.client.browser.dock;

import org.multisynq4j.client.browser.page.Dom;
import org.multisynq4j.client.browser.page.Guard;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/**
 * Says over the page what the session is doing while it is not live: a card while nothing can be seen yet or nothing goes on without the person, a slim banner
 * while the view is still useful.
 */
public final class Overlay {
    /** A join on a fast network must not flash a card. */
    private static final int PATIENCE_MS = 500;

    private final DockModel model;
    private final Actions actions;
    private final HTMLElement root = Dom.shadowHost("m4j-overlay", OverlayStyle.CSS);
    private final HTMLElement card = Dom.element("div", "card");
    private final HTMLElement title = Dom.element("h2", "");
    private final HTMLElement text = Dom.element("p", "");
    private final HTMLElement bar = Dom.element("div", "bar");
    private final HTMLElement filled = Dom.element("div", "filled");
    private final HTMLElement form = Dom.element("form", "password");
    private final HTMLInputElement password = (HTMLInputElement) Dom.element("input", "");
    private final HTMLElement buttons = Dom.element("div", "buttons");
    private boolean impatient;
    private boolean waiting;
    private DockState shown = DockState.LIVE;

    /** What the person can do about it. */
    public interface Actions {
        /** Tries the session again with another password. */
        void tryPassword(String password);

        /** Goes to a fresh session of the same application. */
        void newSession();
    }

    private Overlay(DockModel model, Actions actions) {
        this.model = model;
        this.actions = actions;
        card.setAttribute("role", "status");
        root.setHidden(true);
        Dom.append(bar, filled);
        buildForm();
        Dom.append(
                buttons,
                Dom.button("main", "Reload", Dom::reload),
                Dom.button("", "Start a new session", actions::newSession));
        Dom.append(root, Dom.append(card, title, text, bar, form, buttons));
        model.onChange(this::refresh);
        refresh();
    }

    /**
     * Follows the session's state.
     *
     * @return removes the overlay
     */
    public static Runnable show(DockModel model, Actions actions) {
        Overlay overlay = new Overlay(model, actions);
        return () -> Dom.removeShadowHost(overlay.root);
    }

    private void buildForm() {
        password.setAttribute("type", "text");
        password.setAttribute("aria-label", "Password");
        password.setAttribute("placeholder", "Password");
        password.setAttribute("autocomplete", "off");
        password.setAttribute("autocapitalize", "off");
        password.setAttribute("spellcheck", "false");
        HTMLElement submit = Dom.element("button", "main", "Try it");
        Dom.append(form, password, submit);
        form.addEventListener("submit", event -> {
            event.preventDefault();
            Guard.run(this::submitPassword);
        });
    }

    private void submitPassword() {
        String entered = password.getValue().trim();
        if (!entered.isEmpty()) {
            actions.tryPassword(entered);
        }
    }

    private void refresh() {
        DockState state = model.state();
        boolean patient = !impatient && state.isArriving();
        if (patient) {
            waitABit();
        }
        boolean visible = state != DockState.LIVE && state != DockState.DORMANT && !patient;
        root.setHidden(!visible);
        if (!visible) {
            impatient &= state != DockState.LIVE;
            shown = DockState.LIVE;
            return;
        }
        boolean banner = state == DockState.RECONNECTING || state == DockState.OFFLINE;
        root.setClassName(banner ? "root banner" : "root centre");
        root.setAttribute("data-state", state.name());
        Dom.text(title, state.label());
        Dom.text(text, model.problem().orElse(explanation(state)));
        bar.setHidden(state != DockState.CATCHING_UP);
        filled.setAttribute("style", "width:" + (int) (Math.max(0, Math.min(1, model.progress())) * 100) + "%");
        form.setHidden(state != DockState.WRONG_PASSWORD);
        buttons.setHidden(!state.isStuck());
        if (state == DockState.WRONG_PASSWORD && shown != state) {
            Dom.focus(password);
        }
        shown = state;
    }

    private String explanation(DockState state) {
        String loading = state == DockState.CATCHING_UP ? model.loading() : "";
        return loading.isEmpty() ? state.explanation() : loading;
    }

    private void waitABit() {
        if (!waiting) {
            waiting = true;
            Window.setTimeout(
                    () -> Guard.run(() -> {
                        waiting = false;
                        impatient = model.state() != DockState.LIVE;
                        refresh();
                    }),
                    PATIENCE_MS);
        }
    }
}
