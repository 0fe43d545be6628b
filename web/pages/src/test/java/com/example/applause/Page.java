package com.example.applause;

import java.util.Optional;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.browser.SessionPage;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

// #region page
/** The page's elements, and where its program starts. */
public final class Page {
    private static int claps;

    public static void main(String[] args) {
        element("clap").onClick(click -> claps++);
        SessionPage.run(
                () -> Join.app("com.example.applause").model(Applause.class).view(ApplauseView::new));
    }

    /** The claps since the last call. */
    static Optional<Integer> takeClaps() {
        Optional<Integer> taken = Optional.of(claps).filter(hands -> hands > 0);
        claps = 0;
        return taken;
    }

    static void show(int loudness) {
        element("loudness").setInnerText("" + loudness);
    }

    private static HTMLElement element(String id) {
        return HTMLDocument.current().getElementById(id);
    }
}
// #endregion
