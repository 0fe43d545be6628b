package org.multisynq4j.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.crypto.Passwords;
import org.multisynq4j.e2e.Chromium.Window;
import org.multisynq4j.e2e.crowd.CrowdModel;

/** Not run with the tests: {@code mvn test -pl web/e2e -am -Dtest=SnapshotSpeedRun -Dsurefire.failIfNoSpecifiedTests=false}. */
@Tag("e2e")
class SnapshotSpeedRun {
    private static final int BODIES = 100_000;
    private static final int EVENTS = 5_000;
    private static final int BURST = 50;
    private static final int ROUNDS = 7;
    private static final int JOINS = 5;
    private static final int SNAPSHOTS = 3;

    /** Between two polls there are 5 s at least, as the reflector is told. */
    private static final int POLL_GAP_MS = 5_500;

    private static final String PASSWORD = Passwords.generate(new SecureRandom()::nextBytes);

    /** Notes when the console said what. */
    private static final String TIMELINE = """
            globalThis.timeline = [];
            for (const level of ['log', 'debug']) {
              const original = console[level];
              console[level] = line => { timeline.push(Math.round(performance.now()) + ' ' + line); original.call(console, line); };
            }
            """;

    @TempDir
    Path pages;

    @TempDir
    Path data;

    @Test
    void printsTimesOfALargeModel() throws IOException {
        String ready = System.getProperty("multisynq4j.crowd", "");
        Path directory = ready.isEmpty() ? pages : Path.of(ready);
        if (ready.isEmpty()) {
            CrowdPages.compile(directory);
        }
        for (String target : List.of("wasm", "js")) {
            try (ServerProcess server = ServerProcess.startWithPages(directory, data.resolve(target), 0);
                    Chromium chromium = new Chromium()) {
                System.out.println("---- " + target);
                measure(
                        chromium,
                        server.origin() + "/crowd/?target=" + target + "&bodies=" + BODIES
                                + "&debug=snapshot,session#room&pw=" + PASSWORD);
            }
        }
    }

    private void measure(Chromium chromium, String url) {
        try (Window ann = chromium.window()) {
            Blocks.watch(ann);
            ann.open(url).awaitLive();
            codec(ann);
            ann.awaitConsole("the second replica is at");
            print("without snapshots", PageTrace.of(ann, () -> ann.page().waitForTimeout(SNAPSHOTS * POLL_GAP_MS)));
            print("with " + SNAPSHOTS + " snapshots", PageTrace.of(ann, () -> {
                for (int i = 0; i < SNAPSHOTS; i++) {
                    ann.evaluate("MULTISYNQ.sessions()[0].forceSnapshot()");
                    ann.page().waitForTimeout(POLL_GAP_MS);
                }
            }));
            ann.awaitConsole("snapshot uploaded");
            ann.console().stream()
                    .filter(line ->
                            line.contains("image ") || line.contains("second replica") || line.contains("uploaded"))
                    .forEach(line -> System.out.println("    " + line));
            join("with a snapshot", chromium, url, 0);
            publish(url);
            ann.await("jumps === " + EVENTS);
            join("with a snapshot and " + EVENTS + " events", chromium, url, EVENTS);
            if (!ann.errors().isEmpty()) {
                System.out.println("  errors: " + ann.errors());
            }
        }
    }

    /** In bursts, as fast as the limit of messages allows. */
    private static void publish(String url) {
        try (JvmSession publisher = JvmSession.join(Join.app("org.multisynq4j.crowd")
                        .name("room")
                        .password(PASSWORD)
                        .model(CrowdModel.class)
                        .options(Map.of("bodies", BODIES))
                        .server(url.substring(0, url.indexOf("/crowd/") + 1)))
                .join()) {
            for (int burst = 0; burst < EVENTS / BURST; burst++) {
                publisher.run(session -> {
                    for (int i = 0; i < BURST; i++) {
                        session.publish("crowd", "jump", i);
                    }
                });
                TimeUnit.MILLISECONDS.sleep(100);
            }
            publisher.until(session -> session.unsent() == 0).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void codec(Window ann) {
        double json = number(ann, "crowd.jsonLength()") / 1e6;
        double encode = Double.POSITIVE_INFINITY;
        double decode = Double.POSITIVE_INFINITY;
        double bytes = 0;
        for (int i = 0; i < ROUNDS; i++) {
            encode = Math.min(encode, timed(ann, "crowd.encode()"));
            decode = Math.min(decode, timed(ann, "crowd.decode()"));
            bytes = number(ann, "crowd.encode()");
        }
        System.out.println("  as JSON " + round(json) + " MB, encoded " + round(bytes / 1e6) + " MB; encode "
                + round(encode)
                + " ms, " + Math.round(json * 1000 / encode) + " MB of JSON a second; decode " + round(decode) + " ms, "
                + Math.round(json * 1000 / decode) + " MB of JSON a second");
    }

    private static double timed(Window window, String call) {
        return number(window, "(() => { const t = performance.now(); " + call + "; return performance.now() - t; })()");
    }

    private static double number(Window window, String expression) {
        return ((Number) window.evaluate(expression)).doubleValue();
    }

    private static void print(String what, PageTrace trace) {
        System.out.println("  " + what + ": longest task of the page " + round(trace.longestMs())
                + " ms, of the processor "
                + trace.busiestMs().stream().map(SnapshotSpeedRun::round).toList() + " ms, of " + trace.tasks());
    }

    private static void join(String what, Chromium chromium, String url, int events) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < JOINS; i++) {
            try (Window bob = chromium.window()) {
                bob.context().addInitScript(TIMELINE);
                bob.open(url).awaitLive();
                bob.await("globalThis.liveAt > 0");
                times.add(number(bob, "liveAt"));
                if (i == JOINS - 1) {
                    System.out.println("    live at " + round(number(bob, "liveAt")) + ": "
                            + bob.evaluate("timeline.join('\\n      ')"));
                }
                if (number(bob, "jumpsAtLive") != events) {
                    System.out.println("  live with " + number(bob, "jumpsAtLive") + " of " + events + " events");
                }
            }
        }
        Collections.sort(times);
        System.out.println("  join " + what + ": page load to live " + round(times.get(0)) + " ms best, "
                + round(times.get(JOINS / 2)) + " ms median of " + JOINS);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
