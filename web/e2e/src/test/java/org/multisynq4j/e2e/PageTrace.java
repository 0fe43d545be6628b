package org.multisynq4j.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.multisynq4j.e2e.Chromium.Window;

/**
 * The tasks on the thread of a page, as Chromium traces them.
 *
 * @param longestMs time of the longest task by the clock, which includes waiting for a processor
 * @param busiestMs processor times of the five tasks that used most
 * @param busiestParts what Chromium names inside the one that used most, with processor times in ms
 * @param tasks how many there were
 */
record PageTrace(double longestMs, List<Double> busiestMs, String busiestParts, int tasks) {
    private static final int SHOWN = 5;
    private static final double PART_MS = 0.5;
    private static final List<String> CATEGORIES =
            List.of("toplevel", "blink.user_timing", "devtools.timeline", "v8", "disabled-by-default-v8.gc");
    private static final String MARK = "multisynq4j trace";

    /** Traces one window while the action runs. */
    static PageTrace of(Window window, Runnable action) {
        Browser browser = window.context().browser();
        browser.startTracing(window.page(), new Browser.StartTracingOptions().setCategories(CATEGORIES));
        window.evaluate("performance.mark('" + MARK + "')");
        action.run();
        return read(new String(browser.stopTracing(), StandardCharsets.UTF_8));
    }

    private static PageTrace read(String json) {
        JsonArray events = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("traceEvents");
        String thread = "";
        for (JsonElement event : events) {
            if (text(event, "name").equals(MARK)) {
                thread = thread(event);
            }
        }
        double longest = 0;
        JsonElement busiest = new JsonObject();
        List<Double> busy = new ArrayList<>();
        int tasks = 0;
        for (JsonElement event : events) {
            if (text(event, "name").endsWith("RunTask") && thread(event).equals(thread)) {
                tasks++;
                longest = Math.max(longest, number(event, "dur") / 1000);
                busy.add(number(event, "tdur") / 1000);
                busiest = number(event, "tdur") > number(busiest, "tdur") ? event : busiest;
            }
        }
        if (tasks == 0) {
            throw new IllegalStateException("the trace has no tasks of the page");
        }
        busy.sort(Collections.reverseOrder());
        List<Double> most = List.copyOf(busy.subList(0, Math.min(SHOWN, tasks)));
        return new PageTrace(longest, most, parts(events, busiest), tasks);
    }

    private static String parts(JsonArray events, JsonElement task) {
        double start = number(task, "ts");
        double end = start + number(task, "dur");
        StringBuilder parts = new StringBuilder();
        for (JsonElement event : events) {
            double at = number(event, "ts");
            boolean inside = thread(event).equals(thread(task)) && at >= start && at < end;
            if (inside && number(event, "tdur") >= PART_MS * 1000) {
                parts.append(parts.length() == 0 ? "" : ", ")
                        .append(text(event, "name"))
                        .append(' ')
                        .append(Math.round(number(event, "tdur") / 100) / 10.0);
            }
        }
        return parts.toString();
    }

    private static String thread(JsonElement event) {
        return text(event, "pid") + "/" + text(event, "tid");
    }

    private static String text(JsonElement event, String name) {
        JsonObject object = event.getAsJsonObject();
        return object.has(name) ? object.get(name).getAsString() : "";
    }

    private static double number(JsonElement event, String name) {
        JsonObject object = event.getAsJsonObject();
        return object.has(name) ? object.get(name).getAsDouble() : 0;
    }
}
