package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multisynq4j.e2e.Chromium.Window;

/** The page's worker: the same program on another thread, and what happens where there is none. */
@Tag("e2e")
class WorkerTest {
    private static final String READY = "postMessage({topic: 'READY', header: '', body: new Int8Array(0)});";

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

    private String hello(String target) {
        return server.origin() + "/hello/?target=" + target + "#room&pw=made-up";
    }

    /** A window whose pages take another file for the worker's program. */
    private Window windowWithWorker(String address) {
        Window window = chromium.window();
        window.context()
                .addInitScript(
                        "let told; Object.defineProperty(globalThis, 'MULTISYNQ', { get: () => told, set: value => {"
                                + " told = value; told.worker = `" + address + "`; } });");
        return window;
    }

    private Window windowWithWorkerProgram(String program) {
        return windowWithWorker("data:text/javascript," + program);
    }

    private static void print(String where, String target, Window window) {
        System.out.println("made-up password, keys derived " + where + ", " + target
                + ": the page's thread was blocked for " + Math.round(Blocks.longest(window)) + " ms at most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wasm", "js"})
    void aMadeUpPasswordIsStretchedInTheWorkerAndThePageStaysResponsive(String target) {
        try (Window ann = chromium.window()) {
            Blocks.watch(ann);
            AtomicBoolean started = new AtomicBoolean();
            ann.page().onWorker(worker -> started.set(true));
            ann.open(hello(target)).awaitLive();
            print("in the worker", target, ann);
            assertThat(started).isTrue();
            assertThat(ann.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wasm", "js"})
    void whereTheWorkerCannotBeLoadedThePageDoesItsWorkAndBothWaysLeadToTheSameSession(String target) {
        try (Window with = chromium.window().open(hello(target)).awaitLive();
                Window without = windowWithWorker("/no-such-file.js")) {
            Blocks.watch(without);
            without.open(hello(target)).awaitLive();
            print("on the page", target, without);
            without.awaitConsole("no worker, its work is done on the page");
            assertThat(without.evaluate("MULTISYNQ.sessions()[0].id"))
                    .isEqualTo(with.evaluate("MULTISYNQ.sessions()[0].id"));
            with.await("MULTISYNQ.sessions()[0].participants.length === 2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete globalThis.Worker",
                "globalThis.Worker = class { constructor() { throw new Error('refused'); } }",
                "let m; Object.defineProperty(globalThis, 'MULTISYNQ', { get: () => m, set: v => { delete v.worker; m = v; } })"
            })
    void noWorkersInThisBrowserOrNoAddressOfTheProgramIsNoProblem(String circumstance) {
        try (Window ann = chromium.window()) {
            ann.context().addInitScript(circumstance);
            ann.open(hello("wasm")).awaitLive();
            assertThat(ann.page().workers()).isEmpty();
            assertThat(ann.errors()).isEmpty();
        }
    }

    @Test
    void aWorkerThatFailsInTheMiddleIsSeenInTheConsoleAndItsWorkIsDoneOnThePage() {
        try (Window ann = windowWithWorkerProgram("onmessage = () => { throw new Error('planted'); };" + READY)) {
            ann.open(hello("wasm")).awaitLive();
            ann.awaitConsole("the page's worker failed: ");
            assertThat(ann.console()).anyMatch(line -> line.contains("planted"));
        }
    }

    @Test
    void theWorkerEndsWithTheSession() {
        try (Window ann = chromium.window().open(hello("wasm")).awaitLive()) {
            assertThat(ann.page().workers()).hasSize(1);
            ann.evaluate("dispatchEvent(new Event('pagehide'))");
            ann.page().waitForCondition(() -> ann.page().workers().isEmpty());
        }
    }

    @Test
    void whileThePasswordIsCheckedThePageSaysSo() {
        try (Window ann = windowWithWorkerProgram("onmessage = () => {};" + READY)) {
            ann.open(hello("wasm"));
            ann.page()
                    .locator("m4j-overlay h2")
                    .filter(new Locator.FilterOptions().setHasText("Checking the password"))
                    .waitFor();
        }
    }
}
