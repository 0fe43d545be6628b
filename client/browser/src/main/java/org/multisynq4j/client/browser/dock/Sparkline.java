package org.multisynq4j.client.browser.dock;

import org.multisynq4j.client.browser.page.Dom;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;

/** One bar per second for the last minute, scaled to the tallest. */
final class Sparkline {
    private static final int SECONDS = 60;
    private static final int HEIGHT = 24;

    private final double[] samples = new double[SECONDS];
    private final Element path = Dom.svg("path");
    private int next;

    Sparkline(HTMLElement parent) {
        Element svg = Dom.svg("svg");
        svg.setAttribute("viewBox", "0 0 " + SECONDS * 3 + " " + HEIGHT);
        svg.setAttribute("preserveAspectRatio", "none");
        svg.setAttribute("aria-hidden", "true");
        parent.appendChild(Dom.append(svg, path));
    }

    void add(double value) {
        samples[next] = value;
        next = (next + 1) % SECONDS;
    }

    void draw() {
        double top = 1;
        for (double sample : samples) {
            top = Math.max(top, sample);
        }
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < SECONDS; i++) {
            int height = (int) Math.ceil(samples[(next + i) % SECONDS] / top * (HEIGHT - 1));
            if (height > 0) {
                d.append('M')
                        .append(i * 3)
                        .append(' ')
                        .append(HEIGHT)
                        .append("v-")
                        .append(height);
                d.append("h2v").append(height).append('z');
            }
        }
        path.setAttribute("d", d.toString());
    }
}
