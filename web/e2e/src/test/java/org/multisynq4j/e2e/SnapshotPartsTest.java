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
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multisynq4j.e2e.Chromium.Window;

/** A snapshot too large for one file, and who joins with it again and again. */
@Tag("e2e")
class SnapshotPartsTest {
    private static final String ROOM = "/chat/#long-talk&pw=AAAAAAAAAAAAAAAAAAAAADdw&debug=snapshot,session";
    private static final String KEYS =
            "caches.open('multisynq4j-parts').then(cache => cache.keys()).then(keys => keys.map(key => key.url).join())";
    private static final int LINES = 25;

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

    private boolean hasParts() {
        try (Stream<Path> files = Files.walk(data.resolve("files"))) {
            return files.anyMatch(file -> file.getParent().endsWith("parts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeSnapshot(Window window) {
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
        try (Window ann = chromium.window().open(server.origin() + ROOM).awaitLive()) {
            fill(ann);
            takeSnapshot(ann);
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
    }
}
