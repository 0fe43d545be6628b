package org.multisynq4j.client.browser.page;

import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Int8Array;

/** Gives the visitor a file. */
public final class Download {
    private Download() {}

    /** Saves it as the browser saves downloads. */
    public static void save(String name, byte[] content) {
        save(name, Bytes.toScript(content));
    }

    // The address must outlive the click: some browsers fetch it only afterwards.
    @JSBody(
            params = {"name", "content"},
            script = "var url = URL.createObjectURL(new Blob([content], {type: 'application/octet-stream'}));"
                    + "var link = document.createElement('a');"
                    + "link.href = url; link.download = name; document.body.appendChild(link); link.click(); link.remove();"
                    + "setTimeout(function() { URL.revokeObjectURL(url); }, 60000);")
    private static native void save(String name, Int8Array content);
}
