package org.multisynq4j.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.crypto.Passwords;
import org.multisynq4j.e2e.Chromium.Window;
import org.multisynq4j.e2e.crowd.CrowdModel;

/**
 * Not run with the tests: {@code mvn test -pl web/e2e -am -Dtest=SnapshotSpeedRun -Dsurefire.failIfNoSpecifiedTests=false}. With
 * {@code -Dmultisynq4j.crowd=DIR} the page is compiled into that directory once and found there again; {@code -Dmultisynq4j.targets=wasm} leaves out JavaScript.
 */
@Tag("e2e")
class SnapshotSpeedRun {
    private static final int BODIES = 100_000;
    private static final int EVENTS = 5_000;
    private static final int BURST = 50;
    private static final int ROUNDS = 7;
    private static final int JOINS = 5;
    private static final int SNAPSHOTS = 3;
    private static final int ATTEMPTS = 4;

    /** Between two polls there are 5 s of teatime at least, and before the first. */
    private static final int POLL_GAP_MS = 5_500;

    /** What the browser does after a window is closed, or opened, is not to be measured. */
    private static final int SETTLE_MS = 1_000;

    /** {@code snapshot,session} prints the steps of each snapshot too, which takes the page's thread some time. */
    private static final String DEBUG = System.getProperty("multisynq4j.debug", "session");

    private static final String PASSWORD = Passwords.generate(new SecureRandom()::nextBytes);

    /** Notes when the console said what. */
    static final String TIMELINE = """
            globalThis.timeline = [];
            for (const level of ['log', 'debug']) {
              const original = console[level];
              console[level] = line => { timeline.push(Math.round(performance.now()) + ' ' + line); original.call(console, line); };
            }
            """;

    /** Counts animation frames, and those that would have fitted between two that came. */
    private static final String FRAMES = """
            (() => {
              globalThis.shown = 0;
              globalThis.dropped = 0;
              let last = 0;
              const next = time => {
                shown++;
                if (last) dropped += Math.max(0, Math.round((time - last) * 60 / 1000) - 1);
                last = time;
                requestAnimationFrame(next);
              };
              requestAnimationFrame(next);
            })();
            """;

    @TempDir
    Path pages;

    @TempDir
    Path data;

    @Test
    void printsTimesOfALargeModel() throws IOException {
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
                        server.origin() + "/crowd/?target=" + target + "&bodies=" + BODIES + "&debug=" + DEBUG
                                + "#room&pw=" + PASSWORD,
                        data.resolve(target));
            }
        }
    }

    private void measure(Chromium chromium, String url, Path stored) {
        try (Window ann = chromium.window()) {
            ann.open(url).awaitLive();
            codec(ann);
            ann.evaluate(FRAMES);
            // The first one, which the second replica has to start for, is not measured.
            snapshots(ann, stored, 1);
            Runnable quiet = () -> ann.page().waitForTimeout(SNAPSHOTS * POLL_GAP_MS);
            phase("without snapshots", ann, quiet);
            phase("with " + SNAPSHOTS + " snapshots", ann, () -> snapshots(ann, stored, SNAPSHOTS));
            phase("without snapshots again", ann, quiet);
            ann.console().stream()
                    .filter(line ->
                            line.contains("image ") || line.contains("second replica") || line.contains("uploaded"))
                    .forEach(line -> System.out.println("    " + line));
            join("with a snapshot", chromium, url, 0);
            publish(url, PASSWORD, EVENTS);
            ann.await("jumps === " + EVENTS);
            join("with a snapshot and " + EVENTS + " events", chromium, url, EVENTS);
            if (!ann.errors().isEmpty()) {
                System.out.println("  errors: " + ann.errors());
            }
        }
    }

    /** Each poll is told to have been followed by an upload; one that the load of the machine swallowed is repeated. */
    private static void snapshots(Window ann, Path stored, int count) {
        long before = manifests(stored);
        for (int i = 1; i <= count; i++) {
            long wanted = before + i;
            for (int attempt = 0; attempt < ATTEMPTS && manifests(stored) < wanted; attempt++) {
                ann.evaluate("MULTISYNQ.sessions()[0].forceSnapshot()");
                ann.page().waitForTimeout(POLL_GAP_MS);
            }
        }
        if (manifests(stored) < before + count) {
            throw new AssertionError("of " + count + " snapshots only " + (manifests(stored) - before)
                    + " were stored; the console: " + ann.console());
        }
    }

    /** Not by what the page says: its lines would be part of what is measured. */
    private static long manifests(Path stored) {
        try (Stream<Path> files = Files.walk(stored)) {
            return files.filter(file -> file.toString().endsWith(".snap")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void phase(String what, Window ann, Runnable action) {
        double shown = number(ann, "shown");
        double dropped = number(ann, "dropped");
        print(what, PageTrace.of(ann, action));
        shown = number(ann, "shown") - shown;
        dropped = number(ann, "dropped") - dropped;
        System.out.println("    frames shown " + round(shown) + ", dropped " + round(dropped));
    }

    /** In bursts, as fast as the limit of messages allows. */
    static void publish(String url, String password, int events) {
        try (JvmSession publisher = JvmSession.join(Join.app("org.multisynq4j.crowd")
                        .name("room")
                        .password(password)
                        .model(CrowdModel.class)
                        .options(Map.of("bodies", BODIES))
                        .server(url.substring(0, url.indexOf("/crowd/") + 1)))
                .join()) {
            for (int burst = 0; burst < events / BURST; burst++) {
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
        System.out.println("    in the one of most processor time: " + trace.busiestParts());
    }

    /** From a page of the same server, as by a link: the browser's process for it runs already. */
    private static void join(String what, Chromium chromium, String url, int events) {
        List<Double> times = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (int i = 0; i < JOINS; i++) {
            try (Window bob = chromium.window()) {
                bob.open(url.substring(0, url.indexOf('?')) + "start.js");
                bob.page().waitForTimeout(SETTLE_MS);
                bob.context().addInitScript(TIMELINE);
                ProcessorTime time = new ProcessorTime(bob);
                bob.open(url).awaitConsole("state LIVE");
                bob.await("globalThis.liveAt > 0");
                processor.add(time.ms());
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
        Collections.sort(processor);
        System.out.println("  join " + what + ": page load to live " + round(times.get(0)) + " ms best, "
                + round(times.get(JOINS / 2)) + " ms median of " + JOINS + "; processor time of the page's thread "
                + round(processor.get(0)) + " ms best, " + round(processor.get(JOINS / 2)) + " ms median");
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
