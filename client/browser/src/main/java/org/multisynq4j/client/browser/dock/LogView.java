package org.multisynq4j.client.browser.dock;

import org.multisynq4j.client.browser.page.ConsoleLines;
import org.multisynq4j.client.browser.page.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** The last console lines, folded away until opened. Redrawn only while open: {@code debug=messages} may write hundreds of lines a second. */
final class LogView {
    private final ConsoleLines console;
    private final HTMLElement details = Dom.element("details", "log");
    private final HTMLElement lines = Dom.element("div", "lines");
    private boolean drawing;

    LogView(ConsoleLines console) {
        this.console = console;
        lines.setAttribute("tabindex", "0");
        lines.setAttribute("role", "log");
        Dom.append(details, Dom.element("summary", "", "Messages"), lines);
        Dom.on(details, "toggle", this::draw);
        console.onLine(this::later);
    }

    HTMLElement element() {
        return details;
    }

    private void later() {
        if (details.hasAttribute("open") && !drawing) {
            drawing = true;
            Dom.nextFrame(() -> {
                drawing = false;
                draw();
            });
        }
    }

    private void draw() {
        boolean atEnd = lines.getScrollTop() + lines.getClientHeight() >= lines.getScrollHeight() - 8;
        Dom.clear(lines);
        for (ConsoleLines.Line line : console.lines()) {
            String level =
                    switch (line.level()) {
                        case DEBUG -> "debug";
                        case INFO -> "info";
                        case WARN -> "warn";
                        case ERROR -> "error";
                    };
            Dom.append(lines, Dom.element("div", level, line.text()));
        }
        if (console.lines().isEmpty()) {
            Dom.append(
                    lines, Dom.element("div", "debug", "Nothing yet. Add debug=session to the address to see more."));
        }
        if (atEnd) {
            lines.setScrollTop(lines.getScrollHeight());
        }
    }
}
