package org.multisynq4j.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.multisynq4j.e2e.Chromium.Window;

/** The longest tasks on the thread of a page, and which functions were on the stack in them. Sampling takes time itself, so times are longer than without. */
record PageProfile(List<LongTask> tasks) {
    private static final int SHOWN_TASKS = 6;
    private static final int SHOWN_FUNCTIONS = 14;
    private static final double LONG_MS = 6;
    private static final double FUNCTION_MS = 0.7;
    private static final String MARK = "multisynq4j profile";
    private static final List<String> CATEGORIES = List.of(
            "toplevel",
            "blink.user_timing",
            "disabled-by-default-v8.cpu_profiler",
            "disabled-by-default-v8.cpu_profiler.hires",
            "disabled-by-default-v8.gc",
            "v8");

    /** One task with the time during which each function was on the stack. */
    record LongTask(double ms, Map<String, Double> functions) {}

    private record Sample(double at, double ms, int node) {}

    private record Node(int parent, String function) {}

    static PageProfile of(Window window, Runnable action) {
        Browser browser = window.context().browser();
        browser.startTracing(window.page(), new Browser.StartTracingOptions().setCategories(CATEGORIES));
        window.evaluate("performance.mark('" + MARK + "')");
        action.run();
        return read(new String(browser.stopTracing(), StandardCharsets.UTF_8));
    }

    private static PageProfile read(String json) {
        JsonArray events = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("traceEvents");
        String thread = "";
        double start = 0;
        for (JsonElement event : events) {
            if (text(event, "name").equals(MARK)) {
                thread = text(event, "pid") + "/" + text(event, "tid");
                start = number(event, "ts");
            }
        }
        Map<Integer, Node> nodes = new HashMap<>();
        List<Sample> samples = samples(events, thread, nodes);
        List<JsonObject> tasks = new ArrayList<>();
        for (JsonElement event : events) {
            String own = text(event, "pid") + "/" + text(event, "tid");
            if (text(event, "name").endsWith("RunTask")
                    && own.equals(thread)
                    && number(event, "ts") > start
                    && number(event, "tdur") > LONG_MS * 1000) {
                tasks.add(event.getAsJsonObject());
            }
        }
        tasks.sort(Comparator.comparingDouble((JsonObject task) -> number(task, "tdur"))
                .reversed());
        List<LongTask> longest = new ArrayList<>();
        for (JsonObject task : tasks.subList(0, Math.min(SHOWN_TASKS, tasks.size()))) {
            longest.add(new LongTask(number(task, "tdur") / 1000, functions(task, samples, nodes)));
        }
        return new PageProfile(longest);
    }

    private static List<Sample> samples(JsonArray events, String thread, Map<Integer, Node> nodes) {
        String id = "";
        double at = 0;
        for (JsonElement event : events) {
            if (text(event, "name").equals("Profile")
                    && (text(event, "pid") + "/" + text(event, "tid")).equals(thread)) {
                id = text(event, "pid") + "/" + text(event, "id");
                at = data(event).get("startTime").getAsDouble();
            }
        }
        List<Sample> samples = new ArrayList<>();
        for (JsonElement event : events) {
            if (!text(event, "name").equals("ProfileChunk")
                    || !(text(event, "pid") + "/" + text(event, "id")).equals(id)) {
                continue;
            }
            JsonObject data = data(event);
            JsonObject profile = data.has("cpuProfile") ? data.getAsJsonObject("cpuProfile") : new JsonObject();
            if (profile.has("nodes")) {
                for (JsonElement node : profile.getAsJsonArray("nodes")) {
                    JsonObject each = node.getAsJsonObject();
                    nodes.put(
                            each.get("id").getAsInt(),
                            new Node(
                                    each.has("parent") ? each.get("parent").getAsInt() : -1,
                                    text(each.get("callFrame"), "functionName")));
                }
            }
            if (profile.has("samples")) {
                JsonArray ids = profile.getAsJsonArray("samples");
                JsonArray deltas = data.getAsJsonArray("timeDeltas");
                for (int i = 0; i < ids.size(); i++) {
                    double delta = deltas.get(i).getAsDouble();
                    at += delta;
                    samples.add(new Sample(at, delta / 1000, ids.get(i).getAsInt()));
                }
            }
        }
        return samples;
    }

    private static Map<String, Double> functions(JsonObject task, List<Sample> samples, Map<Integer, Node> nodes) {
        double from = number(task, "ts");
        double to = from + number(task, "dur");
        Map<String, Double> total = new HashMap<>();
        for (Sample sample : samples) {
            if (sample.at >= from && sample.at <= to) {
                Set<String> stack = new HashSet<>();
                Deque<Integer> up = new ArrayDeque<>(List.of(sample.node));
                while (!up.isEmpty()) {
                    Node node = nodes.get(up.pop());
                    if (node != null) {
                        stack.add(node.function);
                        up.push(node.parent);
                    }
                }
                stack.forEach(function -> total.merge(function, sample.ms, Double::sum));
            }
        }
        Map<String, Double> most = new LinkedHashMap<>();
        total.entrySet().stream()
                .filter(entry -> entry.getValue() > FUNCTION_MS && !isPlumbing(entry.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(SHOWN_FUNCTIONS)
                .forEach(entry -> most.put(entry.getKey(), Math.round(entry.getValue() * 10) / 10.0));
        return most;
    }

    private static boolean isPlumbing(String function) {
        return function.length() < 2
                || function.startsWith("(")
                || function.contains("$lambda$")
                || function.contains("@caller")
                || function.contains("Promise")
                || function.contains("forEach")
                || function.contains("-to-");
    }

    private static JsonObject data(JsonElement event) {
        return event.getAsJsonObject().getAsJsonObject("args").getAsJsonObject("data");
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
