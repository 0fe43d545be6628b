package org.multisynq4j.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.crypto.Passwords;
import org.multisynq4j.e2e.Chromium.Window;

/**
 * The longest tasks of a page that may have no worker, so that its second replica shares its thread. Not run with the tests:
 * {@code mvn test -pl web/e2e -am -Dtest=WorkerlessSpeedRun -Dsurefire.failIfNoSpecifiedTests=false}, with the properties of {@link SnapshotSpeedRun}.
 * {@code -Dmultisynq4j.profile} says which functions the longest tasks consist of, by their names if the page in the directory was compiled with
 * {@code -Dmultisynq4j.readable}.
 */
@Tag("e2e")
class WorkerlessSpeedRun {
    private static final int BODIES = 100_000;
    private static final boolean PROFILE = System.getProperty("multisynq4j.profile") != null;
    private static final String PASSWORD = Passwords.generate(new SecureRandom()::nextBytes);

    @TempDir
    Path pages;

    @TempDir
    Path data;

    @Test
    void printsTheLongestTasks() throws IOException {
        String ready = System.getProperty("multisynq4j.crowd", "");
        Path directory = ready.isEmpty() ? pages : Path.of(ready);
        if (!Files.exists(directory.resolve("public/crowd/index.html"))) {
            CrowdPages.compile(directory);
        }
        for (String target :
                System.getProperty("multisynq4j.targets", "wasm,js").split(",")) {
            try (ServerProcess server = ServerProcess.startWithPages(directory, data.resolve(target), 0);
                    Chromium chromium = new Chromium()) {
                System.out.println("---- " + target);
                measure(
                        chromium,
                        server.origin() + "/crowd/?target=" + target + "&bodies=" + BODIES + "&debug=snapshot#room&pw="
                                + PASSWORD);
            }
        }
    }

    private static void measure(Chromium chromium, String url) {
        try (Window ann = chromium.window()) {
            ann.context().addInitScript("delete globalThis.Worker");
            ann.open(url).awaitLive();
            phase("nothing but the session", ann, () -> ann.page().waitForTimeout(900));
            phase("the second replica begins", ann, () -> ann.awaitConsole("the second replica is at"));
            phase("first snapshot", ann, () -> snapshot(ann, 1));
            phase("second snapshot", ann, () -> snapshot(ann, 2));
            phase("third snapshot", ann, () -> snapshot(ann, 3));
            try (Window bob = chromium.window()) {
                bob.context().addInitScript("delete globalThis.Worker");
                bob.open(url).awaitLive();
                bob.page().waitForTimeout(300);
                phase("a late joiner's second replica begins", bob, () -> bob.awaitConsole("the second replica is at"));
            }
            ann.console().stream()
                    .filter(line -> line.contains("image "))
                    .forEach(line -> System.out.println("    " + line));
            System.out.println("  errors: " + ann.errors());
        }
    }

    private static void snapshot(Window window, int number) {
        window.page().waitForCondition(() -> {
            if (uploaded(window) < number) {
                window.evaluate("MULTISYNQ.sessions()[0].forceSnapshot()");
                window.page().waitForTimeout(2_000);
            }
            return uploaded(window) >= number;
        });
    }

    private static long uploaded(Window window) {
        return window.console().stream()
                .filter(line -> line.contains("snapshot uploaded"))
                .count();
    }

    private static void phase(String what, Window window, Runnable action) {
        if (PROFILE) {
            System.out.println("  " + what);
            for (PageProfile.LongTask task : PageProfile.of(window, action).tasks()) {
                System.out.println("    " + Math.round(task.ms() * 10) / 10.0 + " ms");
                for (Map.Entry<String, Double> each : task.functions().entrySet()) {
                    System.out.println("        " + each.getValue() + " " + each.getKey());
                }
            }
            return;
        }
        PageTrace trace = PageTrace.of(window, action);
        List<Double> busiest = trace.busiestMs();
        System.out.println(
                "  " + what + ": of the processor " + busiest + " ms; by the clock " + trace.longestMs() + " ms");
        System.out.println("      " + trace.busiestParts());
    }
}
