package org.multisynq4j.client.browser;

import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.port.Clock;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.browser.Window;

/** The page's clock. Browsers delay timers of hidden tabs to once a second or once a minute. */
final class PageClock implements Clock {
    /** Longer delays overflow the browser's 32-bit timer, which would then fire at once. */
    private static final double MAX_DELAY_MS = 0x7fffffff;

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
        double delay = Math.max(0, Math.min(delayMs, MAX_DELAY_MS));
        int id = Window.setTimeout(() -> Guard.run(task), delay);
        return () -> Window.clearTimeout(id);
    }

    @JSBody(script = "return Date.now();")
    private static native double wallClock();
}
