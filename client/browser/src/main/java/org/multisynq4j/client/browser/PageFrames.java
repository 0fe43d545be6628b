package org.multisynq4j.client.browser;

import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.port.Frames;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLDocument;

/** The page's animation frames. A worker has none: nothing is visible there. */
final class PageFrames implements Frames {
    @Override
    public void request(Callback callback) {
        Window.requestAnimationFrame(timeMs -> Guard.run(() -> callback.frame(timeMs)));
    }

    @Override
    public boolean visible() {
        return isVisible();
    }

    @Override
    public void onVisibilityChange(Runnable listener) {
        HTMLDocument.current().addEventListener("visibilitychange", event -> Guard.run(listener));
        // A page that comes back from the browser's back-forward cache may report no change of visibility.
        Window.current().addEventListener("pageshow", event -> Guard.run(listener));
    }

    @JSBody(script = "return typeof document !== 'undefined' && document.visibilityState !== 'hidden';")
    static native boolean isVisible();
}
