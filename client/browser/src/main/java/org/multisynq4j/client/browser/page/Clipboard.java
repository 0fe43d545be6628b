package org.multisynq4j.client.browser.page;

import org.teavm.jso.JSBody;

/** Copies text. */
public final class Clipboard {
    private Clipboard() {}

    // Plain-http pages have no navigator.clipboard; the old command still works there.
    @JSBody(
            params = "text",
            script = "function old() {"
                    + "  var area = document.createElement('textarea');"
                    + "  area.value = text; area.style.position = 'fixed'; area.style.opacity = '0';"
                    + "  document.body.appendChild(area); area.select();"
                    + "  try { document.execCommand('copy'); } finally { area.remove(); }"
                    + "}"
                    + "if (navigator.clipboard) navigator.clipboard.writeText(text).then(null, old); else old();")
    public static native void copy(String text);
}
