package org.multisynq4j.pages.chat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.multisynq4j.apps.chat.ChatModel;
import org.multisynq4j.apps.chat.ChatModel.Line;
import org.multisynq4j.client.browser.dock.Moniker;
import org.multisynq4j.client.browser.page.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** The lines of the room. Stays at the newest line unless the person has scrolled up; then a button tells that there is more. */
final class LineList {
    /** Lines of one author within this time share one heading. */
    private static final double SAME_BREATH_MS = 5 * 60_000;

    private static final int NEAR_END_PX = 40;

    private final HTMLElement list = Dom.byId("lines");
    private final HTMLElement empty = Dom.byId("empty");
    private final HTMLElement newer = Dom.byId("newer");
    private Set<String> ownViews = Set.of();
    private Optional<Line> last = Optional.empty();

    LineList() {
        Dom.onClick(newer, this::toEnd);
        Dom.on(list, "scroll", () -> newer.setHidden(newer.isHidden() || isAtEnd()));
    }

    /** Shows a whole history. */
    void show(List<Line> lines, Set<String> own) {
        boolean follow = last.isEmpty() || isAtEnd();
        int scroll = list.getScrollTop();
        ownViews = own;
        Dom.clear(list);
        last = Optional.empty();
        lines.forEach(this::append);
        empty.setHidden(!lines.isEmpty());
        if (follow) {
            toEnd();
        } else {
            list.setScrollTop(scroll);
        }
    }

    /** Shows one more line. */
    void add(Line line) {
        boolean own = ownViews.contains(line.viewId());
        boolean follow = own || isAtEnd();
        append(line);
        if (list.querySelectorAll(".line").getLength() > ChatModel.MAX_LINES) {
            Dom.remove(list.querySelector(".line"));
        }
        empty.setHidden(true);
        if (follow) {
            toEnd();
        } else {
            newer.setHidden(false);
        }
    }

    private void append(Line line) {
        boolean newDay = line.sentAtMs() > 0
                && last.map(before -> !day(before).equals(day(line))).orElse(true);
        if (newDay) {
            Dom.append(list, Dom.element("li", "day", day(line)));
        }
        boolean follows =
                !newDay && last.filter(before -> inOneBreath(before, line)).isPresent();
        boolean own = ownViews.contains(line.viewId());
        HTMLElement item = Dom.element("li", "line" + (own ? " mine" : "") + (follows ? " follows" : ""));
        item.setAttribute("data-number", "" + line.number());
        if (!follows) {
            Dom.append(item, heading(line));
        }
        Dom.append(list, Dom.append(item, Dom.element("span", "text", line.text())));
        last = Optional.of(line);
    }

    private static boolean inOneBreath(Line before, Line line) {
        return before.viewId().equals(line.viewId())
                && before.author().equals(line.author())
                && Math.abs(line.sentAtMs() - before.sentAtMs()) < SAME_BREATH_MS;
    }

    private static String day(Line line) {
        return line.sentAtMs() > 0 ? WallTime.day(line.sentAtMs()) : "";
    }

    private static HTMLElement heading(Line line) {
        HTMLElement author = Dom.element("span", "author", line.author());
        author.setAttribute("style", "--own:" + Moniker.of(line.author()).colour());
        HTMLElement heading = Dom.append(Dom.element("div", "meta"), author);
        if (line.sentAtMs() > 0) {
            HTMLElement time = Dom.element("time", "", WallTime.clock(line.sentAtMs()));
            time.setAttribute("datetime", WallTime.iso(line.sentAtMs()));
            Dom.append(heading, time);
        }
        return heading;
    }

    private boolean isAtEnd() {
        return list.getScrollTop() + list.getClientHeight() >= list.getScrollHeight() - NEAR_END_PX;
    }

    private void toEnd() {
        list.setScrollTop(list.getScrollHeight());
        newer.setHidden(true);
    }
}
