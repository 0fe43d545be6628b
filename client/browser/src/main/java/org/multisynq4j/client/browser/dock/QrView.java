package org.multisynq4j.client.browser.dock;

import org.multisynq4j.client.browser.page.Dom;
import org.multisynq4j.client.browser.qr.QrCode;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;

/** Draws a QR code as one SVG path. Always dark on white: many scanners do not read inverted codes. */
final class QrView {
    private static final int QUIET = 4;

    private QrView() {}

    static void draw(HTMLElement parent, String url) {
        Dom.clear(parent);
        QrCode.of(url).ifPresent(code -> parent.appendChild(svg(code)));
    }

    private static Element svg(QrCode code) {
        int side = code.size() + 2 * QUIET;
        Element svg = Dom.svg("svg");
        svg.setAttribute("viewBox", "0 0 " + side + " " + side);
        svg.setAttribute("role", "img");
        svg.setAttribute("aria-label", "QR code of this session's address");
        svg.setAttribute("shape-rendering", "crispEdges");
        Element path = Dom.svg("path");
        path.setAttribute("d", path(code));
        return Dom.append(svg, path);
    }

    private static String path(QrCode code) {
        StringBuilder d = new StringBuilder();
        for (int y = 0; y < code.size(); y++) {
            int x = 0;
            while (x < code.size()) {
                int from = x;
                while (x < code.size() && code.dark(x, y)) {
                    x++;
                }
                if (x > from) {
                    int width = x - from;
                    d.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                    d.append('h').append(width).append("v1h-").append(width).append('z');
                }
                x++;
            }
        }
        return d.toString();
    }
}
