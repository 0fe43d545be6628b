package org.multisynq4j.client.browser.page;

import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** Short messages at the bottom of the page that go away by themselves. */
public final class Toast {
    private static final int SHOWN_MS = 6000;
    private static final int MAX_AT_ONCE = 4;
    private static final String CSS = """
            .root{position:fixed;z-index:2147483500;left:12px;right:12px;bottom:84px;display:flex;flex-direction:column;align-items:center;gap:8px;pointer-events:none}
            div>div{max-width:min(480px,100%);box-sizing:border-box;padding:10px 16px;border-radius:12px;background:#1c2230;color:#fff;
              font:14px/1.4 system-ui,sans-serif;box-shadow:0 8px 28px #0004;overflow-wrap:anywhere}
            div>.alarm{background:#8f1d16}
            @media (prefers-color-scheme:dark){div>div{background:#e8ebf2;color:#10141c}div>.alarm{background:#ffb4ab;color:#400}}
            """;

    private static HTMLElement root;

    private Toast() {}

    /** Shows one message; the oldest goes if there are too many. */
    public static void show(boolean alarm, String text) {
        if (root == null) {
            root = Dom.shadowHost("m4j-toast", CSS);
            root.setAttribute("role", "status");
        }
        HTMLElement message = Dom.element("div", alarm ? "alarm" : "", text);
        Dom.append(root, message);
        if (root.getChildren().getLength() > MAX_AT_ONCE) {
            root.removeChild(root.getFirstChild());
        }
        Window.setTimeout(() -> Dom.remove(message), SHOWN_MS);
    }
}
