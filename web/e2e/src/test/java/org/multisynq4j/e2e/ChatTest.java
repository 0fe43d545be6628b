package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multisynq4j.e2e.Chromium.Window;

/** The chat sample as people use it. */
@Tag("e2e")
class ChatTest {
    private static final String ROOM = "/chat/#room1&pw=a-shared-secret";

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

    private Window open(String address) {
        return chromium.window().open(server.origin() + address).awaitLive();
    }

    private static void say(Window window, String text) {
        window.page().fill("#text", text);
        window.page().press("#text", "Enter");
    }

    private static Window awaitLines(Window window, int count) {
        return window.await("document.querySelectorAll('#lines .text').length === " + count);
    }

    private static List<String> lines(Window window) {
        return window.page().locator("#lines .text").allInnerTexts();
    }

    /** Compares the whole state, once both have executed the same message. */
    private static void assertSameState(Window... windows) {
        String first = "";
        for (Window window : windows) {
            window.await("MULTISYNQ.sessions()[0].backlog === 0");
        }
        for (int attempt = 0; attempt < 50; attempt++) {
            List<String> states = java.util.Arrays.stream(windows)
                    .map(w -> (String)
                            w.evaluate("MULTISYNQ.sessions()[0].seq + ' ' + MULTISYNQ.sessions()[0].stateHash()"))
                    .distinct()
                    .toList();
            if (states.size() == 1) {
                return;
            }
            first = states.toString();
        }
        throw new AssertionError("states differ: " + first);
    }

    @Test
    void twoPeopleTypingAtOnceSeeTheSameLinesInTheSameOrder() {
        try (Window ann = open(ROOM);
                Window bob = open(ROOM)) {
            for (int i = 0; i < 10; i++) {
                say(ann, "ann " + i);
                say(bob, "bob " + i);
            }
            awaitLines(ann, 20);
            awaitLines(bob, 20);

            assertThat(lines(ann))
                    .isEqualTo(lines(bob))
                    .contains("ann 0", "bob 9")
                    .doesNotHaveDuplicates();
            assertThat(lines(ann).stream().filter(l -> l.startsWith("ann")).toList())
                    .containsExactly(
                            "ann 0", "ann 1", "ann 2", "ann 3", "ann 4", "ann 5", "ann 6", "ann 7", "ann 8", "ann 9");
            assertSameState(ann, bob);

            Window late = awaitLines(open(ROOM), 20);
            assertThat(lines(late)).isEqualTo(lines(ann));
            assertSameState(ann, bob, late);
            assertThat(ann.errors()).isEmpty();
            assertThat(bob.errors()).isEmpty();
            assertThat(late.errors()).isEmpty();
        }
    }

    @Test
    void whoReturnsAfterEverybodyLeftFindsAllThatWasSaid() {
        try (Window ann = open(ROOM);
                Window bob = open(ROOM)) {
            say(ann, "one");
            say(bob, "two");
            awaitLines(ann, 2);
            awaitLines(bob, 2);
        }
        try (Window ann = open(ROOM)) {
            awaitLines(ann, 2);
            assertThat(lines(ann)).contains("one", "two");
        }
    }

    @Test
    void bothTargetsAgreeInOneSession() {
        try (Window wasm = open("/chat/?target=wasm#room1&pw=x");
                Window js = open("/chat/?target=js#room1&pw=x")) {
            assertThat(wasm.evaluate("MULTISYNQ.sessions()[0].target")).isEqualTo("wasm");
            assertThat(js.evaluate("MULTISYNQ.sessions()[0].target")).isEqualTo("js");
            say(wasm, "from wasm");
            say(js, "from js");
            awaitLines(wasm, 2);
            awaitLines(js, 2);
            assertThat(lines(js)).isEqualTo(lines(wasm));
            assertSameState(wasm, js);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wasm", "js"})
    void aWrongPasswordIsToldInThePageAndDisturbsNobody(String target) {
        try (Window ann = open(ROOM);
                Window eve =
                        chromium.window().open(server.origin() + "/chat/?target=" + target + "#room1&pw=guessed")) {
            eve.awaitCard("“room1” was made with another password");
            say(ann, "still here");
            awaitLines(ann, 1);
            ann.await("MULTISYNQ.sessions()[0].participants.length === 1");
            assertThat(lines(eve)).isEmpty();
            assertThat(ann.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wasm", "js"})
    void openPagesReconnectWhenTheServerIsKilledAndStartedAgain(String target) {
        String room = "/chat/?target=" + target + "#room1&pw=a-shared-secret";
        try (Window ann = open(room);
                Window bob = open(room)) {
            say(ann, "before");
            awaitLines(bob, 1);
            int port = server.port();
            server.kill();
            say(ann, "while it was down");
            server = ServerProcess.start(data, port);
            ann.awaitLive();
            bob.awaitLive();
            awaitLines(bob, 2);
            say(bob, "after");
            ann.await("document.getElementById('lines').innerText.includes('after')");
            bob.await("document.getElementById('lines').innerText.includes('after')");

            assertThat(lines(ann)).isEqualTo(lines(bob)).containsExactly("before", "while it was down", "after");
            assertSameState(ann, bob);
            assertThat(ann.page().locator("m4j-error").count()).isZero();
        }
    }

    @Test
    void aLateJoinerStartsFromASnapshotAndTheLogAfterIt() {
        try (Window ann = open(ROOM);
                Window late = chromium.window()) {
            say(ann, "before the snapshot");
            awaitLines(ann, 1);
            ann.await("MULTISYNQ.sessions()[0].time > 5000"); // polls before that are ignored, as in the original
            ann.evaluate("MULTISYNQ.sessions()[0].forceSnapshot()");
            ann.page().waitForCondition(() -> stored("/snapshots/"));
            List<String> syncs = new ArrayList<>();
            late.page()
                    .onWebSocket(socket -> socket.onFrameReceived(frame -> {
                        if (frame.text() != null && frame.text().contains("\"SYNC\"")) {
                            syncs.add(frame.text());
                        }
                    }));
            for (int attempt = 0;
                    attempt < 10 && syncs.stream().noneMatch(s -> s.contains("\"snapshotTime\""));
                    attempt++) {
                say(ann, "after the snapshot " + attempt);
                awaitLines(ann, 2 + attempt);
                late.open("about:blank").open(server.origin() + ROOM).awaitLive();
            }
            assertThat(syncs).anyMatch(sync -> sync.contains("\"snapshotTime\""));
            awaitLines(late, lines(ann).size());
            assertThat(lines(late)).isEqualTo(lines(ann)).startsWith("before the snapshot");
            assertSameState(ann, late);
        }
    }

    private boolean stored(String folder) {
        try (var files = Files.walk(data)) {
            return files.anyMatch(
                    file -> Files.isRegularFile(file) && file.toString().contains(folder));
        } catch (IOException | UncheckedIOException e) {
            return false; // a file was renamed while we looked
        }
    }

    @Test
    void theConsoleTellsWhatTheSessionDoesWhenAsked() {
        try (Window ann = open(ROOM + "&debug=session")) {
            assertThat(ann.console())
                    .anyMatch(line -> line.startsWith("[Multisynq]") && line.contains("persistentId"))
                    .allMatch(line -> !line.contains("a-shared-secret"));
        }
        try (Window quiet = open(ROOM)) {
            assertThat(quiet.console()).noneMatch(line -> line.startsWith("[Multisynq]"));
        }
    }

    @Test
    void changingTheFragmentMovesToTheOtherSession() {
        try (Window ann = open(ROOM)) {
            say(ann, "in room 1");
            awaitLines(ann, 1);
            ann.evaluate("location.hash = '#room2&pw=other'");
            awaitLines(ann, 0).awaitLive();
            ann.evaluate("location.hash = '#room1&pw=a-shared-secret'");
            awaitLines(ann, 1);
        }
    }
}
