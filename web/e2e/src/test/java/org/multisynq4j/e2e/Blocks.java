package org.multisynq4j.e2e;

import org.multisynq4j.e2e.Chromium.Window;

/** How long the thread of a page is blocked. */
final class Blocks {
    /** Timers in a chain come every 4 ms (HTML's least delay of nested ones) unless something holds the thread. */
    private static final String PROBE = """
            (() => {
              let last = performance.now();
              globalThis.longestTurn = 0;
              setInterval(() => {
                const now = performance.now();
                longestTurn = Math.max(longestTurn, now - last);
                last = now;
              });
            })();
            """;

    private Blocks() {}

    /** Watches pages that this window opens from now on. */
    static void watch(Window window) {
        window.context().addInitScript(PROBE);
    }

    /** The longest time between two turns of the page's event loop since it was opened, in ms; 4 if nothing ever blocked it. */
    static double longest(Window window) {
        return ((Number) window.evaluate("longestTurn")).doubleValue();
    }
}
