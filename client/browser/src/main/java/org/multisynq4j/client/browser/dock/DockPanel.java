package org.multisynq4j.client.browser.dock;

import org.multisynq4j.client.browser.page.Clipboard;
import org.multisynq4j.client.browser.page.ConsoleLines;
import org.multisynq4j.client.browser.page.Dom;
import org.multisynq4j.client.url.UrlOptions;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** What the dock shows when it is open. */
final class DockPanel {
    private static final int COPIED_MS = 1500;
    private static final int MAX_PARTICIPANTS = 50;

    private final DockModel model;
    private final HTMLElement state = Dom.element("p", "state");
    private final HTMLElement qr = Dom.element("div", "qr");
    private final HTMLElement copy = Dom.button("copy", "Copy link", this::copyLink);
    private final HTMLElement participants = Dom.element("ul", "participants");
    private final HTMLElement latency = Dom.element("dd", "");
    private final HTMLElement backlog = Dom.element("dd", "");
    private final HTMLElement traffic = Dom.element("dd", "");
    private final Sparkline sparkline;
    private String drawnUrl = "";
    private long lastTraffic;
    private double rate;

    DockPanel(HTMLElement panel, DockModel model, ConsoleLines lines, UrlOptions options) {
        this.model = model;
        lastTraffic = model.traffic();
        Dom.append(panel, state);
        if (!options.flag("noqr")) {
            HTMLElement hint = Dom.element("p", "hint", "Scan it, or send the link: whoever has it is in.");
            Dom.append(panel, Dom.append(Dom.element("div", "share"), qr, hint, copy));
        }
        Dom.append(panel, Dom.element("h2", "", "Here now"), participants);
        HTMLElement bars = Dom.element("div", "bars");
        sparkline = new Sparkline(bars);
        if (!options.flag("nostats")) {
            HTMLElement figures = Dom.element("dl", "figures");
            figure(figures, "Round trip", latency);
            figure(figures, "Behind", backlog);
            figure(figures, "Traffic", traffic);
            Dom.append(panel, Dom.element("h2", "", "Connection"), figures, bars);
        }
        if (!options.flag("nomessages")) {
            Dom.append(panel, new LogView(lines).element(), new RecordingView(model).element());
        }
    }

    private static void figure(HTMLElement list, String name, HTMLElement value) {
        Dom.append(list, Dom.append(Dom.element("div", ""), Dom.element("dt", "", name), value));
    }

    /** Called each second, open or not, so that the sparkline has a past when the panel opens. */
    void sample() {
        long now = model.traffic();
        rate = Math.max(0, now - lastTraffic);
        lastTraffic = now;
        sparkline.add(rate);
    }

    void refresh() {
        DockState now = model.state();
        String loading = now == DockState.CATCHING_UP ? model.loading() : "";
        String detail = model.problem().orElse(loading.isEmpty() ? now.explanation() : loading);
        String progress = now == DockState.CATCHING_UP ? " " + (int) (model.progress() * 100) + " %" : "";
        Dom.text(state, now.label() + progress + (detail.isEmpty() ? "" : " " + detail));
        String url = model.shareUrl();
        if (!url.equals(drawnUrl)) {
            drawnUrl = url;
            QrView.draw(qr, url);
        }
        Dom.clear(participants);
        int shown = 0;
        for (DockParticipant participant : model.participants()) {
            if (shown++ == MAX_PARTICIPANTS) {
                int more = model.participants().size() - MAX_PARTICIPANTS;
                Dom.append(participants, Dom.element("li", "", "and " + more + " more"));
                break;
            }
            Dom.append(participants, item(participant));
        }
    }

    private static HTMLElement item(DockParticipant participant) {
        HTMLElement dot = Dom.element("span", "dot");
        dot.setAttribute(
                "style", "background:" + Moniker.of(participant.label()).colour());
        String label = participant.self() ? participant.label() + " (you)" : participant.label();
        return Dom.append(Dom.element("li", ""), dot, Dom.element("span", "", label));
    }

    void refreshFigures() {
        Dom.text(
                latency,
                model.latencyMs().isPresent() ? Math.round(model.latencyMs().getAsDouble()) + " ms" : "–");
        Dom.text(backlog, Math.round(Math.max(0, model.backlogMs())) + " ms");
        Dom.text(
                traffic,
                amount(rate) + "/s · " + amount(lastTraffic) + " · "
                        + (model.target().equals("wasm") ? "Wasm" : "JS"));
        sparkline.draw();
    }

    private static String amount(double bytes) {
        if (bytes < 1000) {
            return (long) bytes + " B";
        }
        double kilo = bytes / 1000;
        return kilo < 1000 ? oneDecimal(kilo) + " kB" : oneDecimal(kilo / 1000) + " MB";
    }

    private static String oneDecimal(double value) {
        long tenths = (long) (value * 10 + 0.5);
        return tenths >= 1000 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
    }

    private void copyLink() {
        Clipboard.copy(model.shareUrl());
        Dom.text(copy, "Copied");
        Window.setTimeout(() -> Dom.text(copy, "Copy link"), COPIED_MS);
    }
}
