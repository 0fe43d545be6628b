package org.multisynq4j.client.browser;

import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.port.Clock;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.browser.Window;

/**
 * The page's clock. Browsers delay timers of hidden tabs to once a second or once a minute, and chains of timers to one in 4 ms. What is to run in the next turn
 * therefore is a message to oneself, which no browser delays.
 */
final class PageClock implements Clock {
    /** Longer delays overflow the browser's 32-bit timer, which would then fire at once. */
    private static final double MAX_DELAY_MS = 0x7fffffff;

    private final Poster poster = messages();

    @Override
    public double nowMs() {
        return Performance.now();
    }

    @Override
    public double epochMs() {
        return wallClock();
    }

    @Override
    public Timer schedule(double delayMs, Runnable task) {
        if (delayMs <= 0) {
            return nextTurn(task);
        }
        double delay = Math.max(0, Math.min(delayMs, MAX_DELAY_MS));
        int id = Window.setTimeout(() -> Guard.run(task), delay);
        return () -> Window.clearTimeout(id);
    }

    private Timer nextTurn(Runnable task) {
        boolean[] cancelled = new boolean[1];
        poster.post(() -> {
            if (!cancelled[0]) {
                Guard.run(task);
            }
        });
        return () -> cancelled[0] = true;
    }

    @JSFunctor
    private interface Turn extends JSObject {
        void call();
    }

    @JSFunctor
    private interface Poster extends JSObject {
        void post(Turn turn);
    }

    @JSBody(
            script = "var channel = new MessageChannel(), waiting = [];"
                    + "channel.port1.onmessage = function() { waiting.shift()(); };"
                    + "return function(turn) { waiting.push(turn); channel.port2.postMessage(0); };")
    private static native Poster messages();

    @JSBody(script = "return Date.now();")
    private static native double wallClock();
}
