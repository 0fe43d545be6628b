package org.multisynq4j.client.browser;

import org.teavm.jso.JSBody;

/** Which of the two builds is running. */
final class Target {
    private Target() {}

    /** {@code "wasm"} or {@code "js"}: the loader of the page says so, since only it knows. */
    @JSBody(script = "return globalThis.MULTISYNQ && globalThis.MULTISYNQ.target === 'wasm' ? 'wasm' : 'js';")
    static native String name();
}
