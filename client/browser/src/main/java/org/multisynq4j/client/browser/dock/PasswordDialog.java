package org.multisynq4j.client.browser.dock;

import java.util.function.Consumer;
import org.multisynq4j.client.browser.page.Dom;
import org.multisynq4j.client.browser.page.Guard;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/**
 * Asks for the session's password. Nothing of what is typed is kept anywhere, and the browser is asked not to offer to.
 *
 * <p>The hint about strength only counts characters and their kinds; it cannot know that a word is in every list.
 */
public final class PasswordDialog {
    private final Consumer<String> answer;
    private final HTMLElement root = Dom.shadowHost("m4j-password", OverlayStyle.CSS + EXTRA);
    private final HTMLInputElement input = (HTMLInputElement) Dom.element("input", "");
    private final HTMLElement hint = Dom.element("p", "hint");
    private final HTMLElement toggle = Dom.button("", "Show", this::toggle);

    private static final String EXTRA = """
            form{display:flex;gap:8px;margin-top:16px;flex-wrap:wrap}form .main{flex-basis:100%}
            .hint{min-height:1.5em;margin-top:8px;text-align:left;font-size:13px}
            .warning{margin-top:14px;text-align:left;font-size:13px}
            """;

    private PasswordDialog(String session, Consumer<String> answer) {
        this.answer = answer;
        root.setClassName("root centre");
        HTMLElement card = Dom.element("div", "card");
        card.setAttribute("role", "dialog");
        card.setAttribute("aria-modal", "true");
        card.setAttribute("aria-label", "Password of the session");
        input.setAttribute("type", "password");
        input.setAttribute("aria-label", "Password");
        input.setAttribute("placeholder", "Password");
        input.setAttribute("autocomplete", "off");
        input.setAttribute("autocapitalize", "off");
        input.setAttribute("spellcheck", "false");
        hint.setAttribute("role", "status");
        toggle.setAttribute("aria-pressed", "false");
        HTMLElement form = Dom.element("form", "");
        form.addEventListener("submit", event -> {
            event.preventDefault();
            Guard.run(this::submit);
        });
        Dom.on(
                input,
                "input",
                () -> Dom.text(hint, PasswordStrength.of(input.getValue()).hint()));
        Dom.append(
                root,
                Dom.append(
                        card,
                        Dom.element("h2", "", "Password for \u201C" + session + "\u201D"),
                        Dom.element("p", "", "Everybody in this session uses the same one."),
                        Dom.append(form, input, toggle, Dom.element("button", "main", "Join")),
                        hint,
                        Dom.element(
                                "p",
                                "warning",
                                "Nobody can recover it, not even the server: a lost password is lost data.")));
        Dom.focus(input);
    }

    /** Shows the dialog; {@code answer} gets what was entered, once. The result takes the dialog away unanswered. */
    public static Runnable show(String session, Consumer<String> answer) {
        PasswordDialog dialog = new PasswordDialog(session, answer);
        return () -> Dom.removeShadowHost(dialog.root);
    }

    private void toggle() {
        boolean shown = input.getAttribute("type").equals("text");
        input.setAttribute("type", shown ? "password" : "text");
        toggle.setAttribute("aria-pressed", shown ? "false" : "true");
        Dom.text(toggle, shown ? "Show" : "Hide");
        Dom.focus(input);
    }

    private void submit() {
        String entered = input.getValue();
        if (entered.isEmpty()) {
            Dom.text(hint, "Enter the password.");
            return;
        }
        Dom.removeShadowHost(root);
        answer.accept(entered);
    }
}
