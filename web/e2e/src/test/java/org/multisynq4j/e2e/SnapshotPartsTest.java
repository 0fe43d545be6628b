package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multisynq4j.e2e.Chromium.Window;

/** A snapshot too large for one file, and who joins with it: again and again, and where browser or network are no help. */
@Tag("e2e")
class SnapshotPartsTest {
    private static final String ROOM = "/chat/#long-talk&pw=AAAAAAAAAAAAAAAAAAAAADdw&debug=snapshot,session";
    private static final String KEYS =
            "caches.open('multisynq4j-parts').then(cache => cache.keys()).then(keys => keys.map(key => key.url).join())";
    private static final int LINES = 25;

    /** What browsers, their settings and networks do to pages, as scripts that run before the page's. */
    private static final String NO_FRAMES =
            "a tab that nobody sees, whose timers are slowed down and which has no frames";

    private static final Map<String, String> HINDRANCES = Map.of(
            "a browser without a cache",
            "delete globalThis.caches;",
            "a frame that may not even ask for the cache",
            "Object.defineProperty(globalThis, 'caches', { get: () => { throw new DOMException('sandboxed', 'SecurityError'); } });",
            "a cache that throws",
            "CacheStorage.prototype.open = () => { throw new DOMException('private', 'SecurityError'); };",
            "a cache that refuses",
            "CacheStorage.prototype.open = () => Promise.reject(new Error('no room'));",
            "a cache that says nothing",
            "CacheStorage.prototype.open = () => new Promise(() => {});",
            NO_FRAMES,
            "Object.defineProperty(Document.prototype, 'visibilityState', { get: () => 'hidden' });"
                    + "Object.defineProperty(Document.prototype, 'hidden', { get: () => true });"
                    + "globalThis.requestAnimationFrame = () => 0;"
                    + "const timer = setTimeout;"
                    + "globalThis.setTimeout = (task, ms, ...rest) => timer(task, Math.max(1000, ms || 0), ...rest);");

    @TempDir
    static Path data;

    private static ServerProcess server;
    private static Chromium chromium;

    @BeforeAll
    static void takeASnapshot() {
        server = ServerProcess.start(data, 0);
        chromium = new Chromium();
        try (Window ann = chromium.window().open(server.origin() + ROOM).awaitLive()) {
            fill(ann);
            takeSnapshot(ann);
        }
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    private static void fill(Window window) {
        Random random = new Random(1);
        for (int i = 0; i < LINES; i++) {
            byte[] noise = new byte[1400];
            random.nextBytes(noise);
            window.page().fill("#text", Base64.getEncoder().encodeToString(noise));
            window.page().press("#text", "Enter");
        }
        window.await("document.querySelectorAll('#lines .text').length === " + LINES);
    }

    private static String keys(Window window) {
        return (String) window.evaluate(KEYS);
    }

    private static boolean hasParts() {
        try (Stream<Path> files = Files.walk(data.resolve("files"))) {
            return files.anyMatch(file -> file.getParent().endsWith("parts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void takeSnapshot(Window window) {
        for (int attempt = 0; attempt < 10 && !hasParts(); attempt++) {
            window.evaluate("MULTISYNQ.sessions()[0].forceSnapshot()");
            double until = System.nanoTime() + 6e9;
            window.page().waitForCondition(() -> hasParts() || System.nanoTime() > until);
        }
        assertThat(hasParts()).as("parts in the file store").isTrue();
        window.awaitConsole("snapshot uploaded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&target=js"})
    void partsAreFetchedOnceAndDamagedOnesAgain(String target) {
        try (Window bob = chromium.window()) {
            List<String> fetched = Collections.synchronizedList(new ArrayList<>());
            bob.context().onRequest(request -> {
                if (request.url().contains("/parts/")) {
                    fetched.add(request.url());
                }
            });
            bob.open(server.origin() + "/");
            for (String old : List.of("older", "old")) {
                // Lengths are in the keys: these two fill the cache.
                bob.evaluate("caches.open('multisynq4j-parts').then(cache => cache.put('/files/" + old
                        + "?60000000', new Response('x')))");
            }
            bob.open(server.origin() + ROOM + target).awaitLive();
            bob.await("document.querySelectorAll('#lines .text').length === " + LINES);
            assertThat(fetched).isNotEmpty();
            bob.page().waitForCondition(() -> !keys(bob).contains("older"));
            assertThat(keys(bob))
                    .as("the oldest goes first")
                    .contains("/files/old?")
                    .contains("/parts/");

            fetched.clear();
            bob.page().reload();
            bob.awaitLive();
            bob.await("document.querySelectorAll('#lines .text').length === " + LINES);
            assertThat(fetched).as("the second time").isEmpty();

            bob.evaluate("caches.open('multisynq4j-parts').then(cache => cache.keys().then(keys => Promise.all("
                    + "keys.map(key => cache.put(key, new Response('no part at all'))))))");
            bob.page().reload();
            bob.awaitLive();
            bob.await("document.querySelectorAll('#lines .text').length === " + LINES);
            assertThat(fetched).as("after the entries were damaged").isNotEmpty();
        }
    }

    static Stream<Arguments> hindrances() {
        return HINDRANCES.keySet().stream().sorted().flatMap(hindrance -> Stream.of("wasm", "js")
                .map(target -> Arguments.of(hindrance, target)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("hindrances")
    void joiningSucceedsIn(String hindrance, String target) {
        try (Window bob = chromium.window()) {
            bob.context().addInitScript(HINDRANCES.get(hindrance));
            bob.open(server.origin() + ROOM + "&target=" + target);
            // Asked from here, because Chromium's own waiting and the page's view want frames.
            bob.page()
                    .waitForCondition(() -> "LIVE".equals(bob.evaluate("globalThis.MULTISYNQ?.sessions()[0]?.state")));
            if (!hindrance.equals(NO_FRAMES)) {
                bob.await("document.querySelectorAll('#lines .text').length === " + LINES);
            }
            assertThat(bob.console()).anyMatch(line -> line.contains("fetching snapshot"));
            assertThat(bob.errors()).isEmpty();
        }
    }

    @Test
    void whileASlowNetworkBringsThePartsThePageSaysHowFarItIs() {
        try (Window bob = chromium.window()) {
            bob.context().addInitScript("""
                    const gate = new Promise(open => { globalThis.openGate = open; });
                    const send = fetch;
                    globalThis.fetch = (url, how) => String(url).includes('/parts/')
                      ? gate.then(() => send(url, how))
                      : send(url, how);
                    """);
            bob.open(server.origin() + ROOM);
            assertThat(bob.awaitCard("Loading"))
                    .contains("Catching up…")
                    .containsPattern("Loading 0\\.0 of \\d\\.\\d MB");
            bob.evaluate("openGate()");
            bob.awaitLive();
            bob.await("document.querySelectorAll('#lines .text').length === " + LINES);
            bob.await(
                    "document.querySelector('m4j-overlay').hidden || !document.querySelector('m4j-overlay').isConnected"
                            + " || document.querySelector('m4j-overlay').shadowRoot.querySelector('.root').hidden");
        }
    }
}
