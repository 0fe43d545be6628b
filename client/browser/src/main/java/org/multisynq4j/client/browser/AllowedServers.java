package org.multisynq4j.client.browser;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.teavm.jso.JSBody;

/**
 * The servers that an address may name besides the page's own and localhost: what the page itself lists in {@code <meta name="multisynq-servers"
 * content="https://a.example https://b.example:8443">}.
 */
final class AllowedServers {
    private AllowedServers() {}

    static Set<String> origins() {
        return new TreeSet<>(List.of(listed()));
    }

    @JSBody(
            script = "var meta = document.querySelector('meta[name=\"multisynq-servers\"]');"
                    + "return meta ? meta.content.split(' ') : [];")
    private static native String[] listed();
}
