package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multisynq4j.e2e.Chromium.Window;

/** Snapshots are taken by the second replica in the page's worker, and by the page in slices where there is no worker. */
@Tag("e2e")
@Timeout(300)
class WorkerSnapshotTest {
    /** Writes down each upload, and whether the browser goes on with it when the page is gone. */
    private static final String WATCH_UPLOADS = "globalThis.uploads = []; const send = fetch;"
            + "globalThis.fetch = (url, how = {}) => {"
            + "  if (how.method === 'PUT') {"
            + "    uploads.push((how.keepalive ? 'outlives' : 'ends with') + ' the page: ' + new URL(url, location).pathname);"
            + "  }"
            + "  return send(url, how);"
            + "};";

    @TempDir
    Path data;

    private ServerProcess server;
    private Chromium chromium;

    @BeforeEach
    void start() {
        server = ServerProcess.start(data, 0);
        chromium = new Chromium();
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    private String chat(String target) {
        return server.origin() + "/chat/?target=" + target + "#room&pw=a-shared-secret&debug=snapshot";
    }

    private static void say(Window window, String text) {
        window.page().fill("#text", text);
        window.page().press("#text", "Enter");
    }

    private static void awaitLines(Window window, int count) {
        window.await("document.querySelectorAll('#lines .text').length === " + count);
    }

    /** Polls that come within 5 s of the one before, or of the session's beginning, count for nothing. */
    private static void forceSnapshot(Window window) {
        window.await("MULTISYNQ.sessions()[0].time > 5500");
        window.evaluate("MULTISYNQ.sessions()[0].forceSnapshot()");
    }

    private void assertALateJoinerRestores(String url, String... lines) {
        try (Window late = chromium.window().open(url).awaitLive()) {
            awaitLines(late, lines.length);
            assertThat(late.page().locator("#lines .text").allInnerTexts()).containsExactly(lines);
            assertThat(late.console()).anyMatch(line -> line.contains("fetching snapshot"));
            assertThat(late.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wasm", "js"})
    void theWorkerTakesTheSnapshotAndALateJoinerRestoresIt(String target) {
        try (Window ann = chromium.window().open(chat(target)).awaitLive()) {
            say(ann, "kept in a snapshot");
            awaitLines(ann, 1);
            ann.awaitConsole("starting the second replica in a worker");
            ann.awaitConsole("the second replica is at");
            forceSnapshot(ann);
            ann.awaitConsole("snapshot uploaded");
            assertThat(ann.console())
                    .anyMatch(line -> line.contains("image ") && line.contains("encoded in"))
                    .anyMatch(line -> line.contains("voting @") && !line.contains("state not known"))
                    .noneMatch(line -> line.contains("of no use"));
            assertThat(ann.page().workers()).hasSize(1);
            assertThat(ann.errors()).isEmpty();
            assertALateJoinerRestores(chat(target), "kept in a snapshot");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wasm", "js"})
    void withoutWorkersThePageTakesTheSnapshotInSlices(String target) {
        try (Window ann = chromium.window()) {
            ann.context().addInitScript("delete globalThis.Worker");
            ann.context().addInitScript(WATCH_UPLOADS);
            ann.open(chat(target)).awaitLive();
            say(ann, "kept in a snapshot");
            awaitLines(ann, 1);
            ann.awaitConsole("starting the second replica on this thread, in slices");
            ann.awaitConsole("the second replica is at");
            forceSnapshot(ann);
            ann.awaitConsole("snapshot uploaded");
            assertThat(ann.errors()).isEmpty();
            // Browsers refuse more than 64 KiB of them at a time, so parts of snapshots must not be among them.
            ann.await("uploads.some(each => each.startsWith('outlives the page: /files/apps/'))");
            assertThat(
                            ann.evaluate(
                                    "uploads.filter(each => each.includes('/snapshots/')).map(each => each.split(':')[0]).join()"))
                    .asString()
                    .matches("ends with the page(,ends with the page)*");
            assertALateJoinerRestores(chat(target), "kept in a snapshot");
        }
    }

    @Test
    void whenTheWorkerCannotEvenStartThePageTakesOver() {
        try (Window ann = chromium.window()) {
            ann.context()
                    .addInitScript(
                            "let told; Object.defineProperty(globalThis, 'MULTISYNQ', { get: () => told, set: value => {"
                                    + " told = value; told.worker = '/no-such-file.js'; } });");
            ann.open(chat("wasm")).awaitLive();
            say(ann, "kept in a snapshot");
            awaitLines(ann, 1);
            ann.awaitConsole("starting the second replica on this thread, in slices");
            forceSnapshot(ann);
            ann.awaitConsole("snapshot uploaded");
            assertALateJoinerRestores(chat("wasm"), "kept in a snapshot");
        }
    }

    @Test
    void aPageThatIsClosedWhileItsWorkerTakesTheSnapshotLeavesAWorkingSession() {
        try (Window bob = chromium.window().open(chat("wasm")).awaitLive()) {
            say(bob, "one");
            awaitLines(bob, 1);
            try (Window ann = chromium.window().open(chat("wasm")).awaitLive()) {
                awaitLines(ann, 1);
                ann.awaitConsole("the second replica is at");
                forceSnapshot(ann);
                ann.page().waitForCondition(() -> ann.console().stream()
                        .anyMatch(line -> line.contains("requesting snapshot poll")));
            }
            bob.awaitConsole("the second replica is at");
            say(bob, "two");
            awaitLines(bob, 2);
            bob.page().waitForCondition(() -> {
                if (uploaded(bob) == 0) {
                    forceSnapshot(bob);
                    bob.page().waitForTimeout(1_000);
                }
                return uploaded(bob) > 0;
            });
            assertThat(bob.errors()).isEmpty();
            assertALateJoinerRestores(chat("wasm"), "one", "two");
        }
    }

    @Test
    void aServerThatIsKilledWhileASnapshotIsUploadedGetsThatOrTheNextOne() {
        try (Window ann = chromium.window()) {
            List<Route> uploads = new ArrayList<>();
            ann.context().route("**/snapshots/**", route -> {
                if (route.request().method().equals("PUT")) {
                    uploads.add(route);
                } else {
                    route.resume();
                }
            });
            ann.open(chat("wasm")).awaitLive();
            say(ann, "before");
            awaitLines(ann, 1);
            ann.awaitConsole("the second replica is at");
            forceSnapshot(ann);
            ann.page().waitForCondition(() -> !uploads.isEmpty());
            int port = server.port();
            server.kill();
            ann.context().unroute("**/snapshots/**");
            uploads.forEach(Route::abort);
            say(ann, "while it was down");
            server = ServerProcess.start(data, port);
            ann.awaitLive();
            say(ann, "after");
            awaitLines(ann, 3);
            ann.awaitConsole("snapshot uploaded");
            assertALateJoinerRestores(chat("wasm"), "before", "while it was down", "after");
        }
    }

    private static long uploaded(Window window) {
        return window.console().stream()
                .filter(line -> line.contains("snapshot uploaded"))
                .count();
    }
}
