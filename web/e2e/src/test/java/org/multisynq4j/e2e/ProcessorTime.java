package org.multisynq4j.e2e;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import org.multisynq4j.e2e.Chromium.Window;

/** The processor time that tasks of a page's thread took; unlike time by the clock it hardly depends on what else the machine does. */
final class ProcessorTime {
    private final CDPSession devtools;
    private final double beforeMs;

    /** Counts from now on, over navigations within one site. */
    ProcessorTime(Window window) {
        devtools = window.context().newCDPSession(window.page());
        JsonObject domain = new JsonObject();
        domain.addProperty("timeDomain", "threadTicks");
        devtools.send("Performance.enable", domain);
        beforeMs = taskMs();
    }

    double ms() {
        return taskMs() - beforeMs;
    }

    private double taskMs() {
        for (JsonElement metric : devtools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject named = metric.getAsJsonObject();
            if (named.get("name").getAsString().equals("TaskDuration")) {
                return named.get("value").getAsDouble() * 1000;
            }
        }
        throw new IllegalStateException("this browser does not tell TaskDuration");
    }
}
