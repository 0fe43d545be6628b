package org.multisynq4j.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.crypto.Passwords;
import org.multisynq4j.e2e.Chromium.Window;

/**
 * Not run with the tests: {@code mvn test -pl web/e2e -am -Dtest=JoinSpeedRun -Dsurefire.failIfNoSpecifiedTests=false -Dmultisynq4j.crowd=DIR,DIR}. How long a page
 * takes to join a session of a large model, with and without events after its snapshot; several programs by turns, each compiled into its directory (done here if it is
 * empty). Nobody else's page is open: a machine that joins is not the one others sit at.
 *
 * <p>{@code -Dmultisynq4j.joins=7} says how often each is joined, {@code -Dmultisynq4j.events=0} leaves the events out, {@code -Dmultisynq4j.targets=js} takes the
 * JavaScript programs, {@code -Dmultisynq4j.debug=session} prints when what happened (writing that takes time too), {@code -Dmultisynq4j.traces=DIR} writes Chromium's trace
 * of one more join each.
 */
@Tag("e2e")
class JoinSpeedRun {
    private static final int BODIES = 100_000;
    private static final int EVENTS = Integer.getInteger("multisynq4j.events", 5_000);
    private static final int JOINS = Integer.getInteger("multisynq4j.joins", 7);
    private static final String TARGET = System.getProperty("multisynq4j.targets", "wasm");
    private static final String DEBUG = System.getProperty("multisynq4j.debug", "");
    private static final String TRACES = System.getProperty("multisynq4j.traces", "");

    private static final int POLL_GAP_MS = 5_500;
    private static final int ATTEMPTS = 4;

    /** What the browser does after a window is closed, or opened, is not to be measured. */
    private static final int SETTLE_MS = 700;

    /** Asking the page more often would be part of what is measured. */
    private static final int ASK_MS = 250;

    private static final List<String> TRACED = List.of(
            "toplevel",
            "blink.user_timing",
            "devtools.timeline",
            "v8",
            "v8.wasm",
            "loading",
            "disabled-by-default-v8.gc",
            "disabled-by-default-v8.compile",
            "disabled-by-default-v8.wasm.detailed",
            "disabled-by-default-v8.cpu_profiler");

    private static final String PASSWORD = Passwords.generate(new SecureRandom()::nextBytes);

    @TempDir
    Path data;

    /** One program with its server, and the session that is joined. */
    private record Subject(
            String name, ServerProcess server, Path stored, int events, List<Double> times, List<Double> processor) {
        String page() {
            return server.origin() + "/crowd/";
        }

        String url() {
            return page() + "?target=" + TARGET + "&bodies=" + BODIES + (DEBUG.isEmpty() ? "" : "&debug=" + DEBUG)
                    + "#room&pw=" + PASSWORD;
        }

        @Override
        public String toString() {
            return name + " with " + events + " events";
        }
    }

    @Test
    void comparesPrograms() throws IOException {
        List<Subject> subjects = new ArrayList<>();
        try (Chromium chromium = new Chromium()) {
            for (String directory : System.getProperty("multisynq4j.crowd", "").split(",")) {
                if (!Files.exists(Path.of(directory, "public/crowd/index.html"))) {
                    CrowdPages.compile(Path.of(directory));
                }
                subjects.add(subject(directory, 0));
                if (EVENTS > 0) {
                    subjects.add(subject(directory, EVENTS));
                }
            }
            subjects.forEach(subject -> prepare(chromium, subject));
            for (int i = 0; i < JOINS; i++) {
                subjects.forEach(subject -> join(chromium, subject));
            }
            subjects.forEach(JoinSpeedRun::print);
            if (!TRACES.isEmpty()) {
                for (int i = 0; i < subjects.size(); i++) {
                    trace(chromium, subjects.get(i), Path.of(TRACES, "join" + i + ".json"));
                }
            }
        } finally {
            subjects.forEach(subject -> subject.server.close());
        }
    }

    private Subject subject(String directory, int events) {
        Path stored = data.resolve(Path.of(directory).getFileName() + "-" + events);
        ServerProcess server = ServerProcess.startWithPages(Path.of(directory), stored, 0);
        return new Subject(directory, server, stored, events, new ArrayList<>(), new ArrayList<>());
    }

    /** A session that nobody is in, with a snapshot and events after it. */
    private static void prepare(Chromium chromium, Subject subject) {
        try (Window ann = chromium.window()) {
            ann.open(subject.url()).awaitLive();
            for (int attempt = 0; attempt < ATTEMPTS && manifests(subject.stored) == 0; attempt++) {
                ann.evaluate("MULTISYNQ.sessions()[0].forceSnapshot()");
                ann.page().waitForTimeout(POLL_GAP_MS);
            }
            SnapshotSpeedRun.publish(subject.url(), PASSWORD, subject.events);
            ann.await("jumps === " + subject.events);
        }
    }

    private static long manifests(Path stored) {
        try (Stream<Path> files = Files.walk(stored)) {
            return files.filter(file -> file.toString().endsWith(".snap")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From a page of the same server, as by a link: the browser's process for it runs already. Nothing else is in its caches. */
    private static Window window(Chromium chromium, Subject subject) {
        Window bob = chromium.window();
        bob.open(subject.page() + "start.js");
        bob.page().waitForTimeout(SETTLE_MS);
        return bob;
    }

    private static void join(Chromium chromium, Subject subject) {
        try (Window bob = window(chromium, subject)) {
            bob.context().addInitScript(SnapshotSpeedRun.TIMELINE);
            ProcessorTime time = new ProcessorTime(bob);
            awaitLive(bob.open(subject.url()));
            subject.processor.add(time.ms());
            subject.times.add(((Number) bob.evaluate("liveAt")).doubleValue());
            if (!DEBUG.isEmpty()) {
                System.out.println("  " + subject + ": " + bob.evaluate("timeline.join('\\n      ')"));
            }
            if (((Number) bob.evaluate("jumpsAtLive")).intValue() != subject.events) {
                throw new AssertionError("live with " + bob.evaluate("jumpsAtLive") + " events instead of " + subject);
            }
        }
    }

    private static void awaitLive(Window window) {
        window.page()
                .waitForFunction(
                        "() => globalThis.liveAt > 0",
                        null,
                        new Page.WaitForFunctionOptions().setPollingInterval(ASK_MS));
    }

    private static void print(Subject subject) {
        System.out.println("  " + subject + ": live after " + figures(subject.times)
                + "; processor time of the page's thread " + figures(subject.processor));
    }

    private static String figures(List<Double> values) {
        List<Long> sorted = values.stream().sorted().map(Math::round).toList();
        return sorted.get(0) + " ms best, " + sorted.get(sorted.size() / 2) + " ms median of " + sorted;
    }

    private static void trace(Chromium chromium, Subject subject, Path file) throws IOException {
        try (Window bob = window(chromium, subject)) {
            Browser browser = bob.context().browser();
            browser.startTracing(bob.page(), new Browser.StartTracingOptions().setCategories(TRACED));
            awaitLive(bob.open(subject.url()));
            bob.evaluate("performance.mark('multisynq4j trace')");
            Files.createDirectories(file.getParent());
            Files.write(file, browser.stopTracing());
        }
    }
}
