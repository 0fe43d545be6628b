package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multisynq4j.e2e.Chromium.Window;

/** What happened in a browser happens again on the JVM. */
@Tag("e2e")
class RecordingTest {
    private static final String PASSWORD = "a-shared-secret";
    private static final String EXPORT = "async () => {"
            + "  const bytes = await MULTISYNQ.sessions()[0].export();"
            + "  let text = '';"
            + "  for (const each of bytes) text += String.fromCharCode(each);"
            + "  return btoa(text);"
            + "}";

    @TempDir
    Path temporary;

    private ServerProcess server;
    private Chromium chromium;

    @BeforeEach
    void start() {
        server = ServerProcess.start(temporary.resolve("data"), 0);
        chromium = new Chromium();
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    private Window open(String target) {
        return chromium.window()
                .open(server.origin() + "/chat/?target=" + target + "#room1&pw=" + PASSWORD)
                .awaitLive();
    }

    private static void say(Window window, String text) {
        window.page().fill("#text", text);
        window.page().press("#text", "Enter");
        window.await("document.getElementById('lines').innerText.includes('" + text + "')");
    }

    private Path export(Window window, String name) throws Exception {
        byte[] file = Base64.getDecoder().decode((String) window.page().evaluate(EXPORT));
        return Files.write(temporary.resolve(name), file);
    }

    private static ToolProcess replay(Path file, String... more) throws Exception {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "replay";
        arguments[1] = file.toString();
        arguments[2] = "--password";
        arguments[3] = PASSWORD;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return ToolProcess.run(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wasm", "js"})
    void aPagesRecordingIsReplayedOnTheJvmToTheSameState(String target) throws Exception {
        try (Window ann = open(target)) {
            say(ann, "one");
            ann.await("MULTISYNQ.sessions()[0].time > 5500"); // polls before that are ignored, as in the original
            ann.evaluate("MULTISYNQ.sessions()[0].forceSnapshot()");
            say(ann, "two");
            ann.await("MULTISYNQ.sessions()[0].time > 9000");
            Path file = export(ann, "room1.m4jr");
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .contains("\"by\":\"" + target + "\"")
                    .doesNotContain(PASSWORD)
                    .doesNotContain("one\"");

            ToolProcess all = replay(file, "--print", "lines[1].text");
            assertThat(all.exitCode()).as(all.output()).isZero();
            // The vote on the snapshot, that on its whole state, and the page's own state.
            assertThat(all.output())
                    .contains("\"two\"")
                    .contains("hashes compared")
                    .doesNotContain("DIFFERS");

            ToolProcess part = replay(file, "--until", "chat:post", "--print", "lines");
            assertThat(part.exitCode()).as(part.output()).isZero();
            assertThat(part.output())
                    .contains("\"one\"")
                    .doesNotContain("\"two\"")
                    .contains("stopped before the end");

            assertThat(ToolProcess.run("replay", file.toString(), "--password", "guessed")
                            .exitCode())
                    .isEqualTo(5);
            assertThat(ann.errors()).isEmpty();
        }
    }

    @Test
    void theDockSavesTheRecordingOfALateJoinerAndItBeginsAtItsSnapshot() throws Exception {
        try (Window ann = open("wasm")) {
            say(ann, "one");
            ann.await("MULTISYNQ.sessions()[0].time > 5500");
            ann.evaluate("MULTISYNQ.sessions()[0].forceSnapshot()");
            awaitSnapshot();
            try (Window late = open("wasm")) {
                say(late, "two");
                late.page().click("m4j-dock .pill");
                late.page().locator("m4j-dock summary", locate("Recording")).click();
                assertThat(late.text("m4j-dock details[open] .hint")).contains("It is sealed");
                Download download =
                        late.page().waitForDownload(() -> late.page().click("m4j-dock .export"));
                assertThat(download.suggestedFilename()).isEqualTo("room1.m4jr");
                Path file = temporary.resolve("late.m4jr");
                download.saveAs(file);

                ToolProcess replayed = replay(file, "--json", "--print", "lines[0].text");
                assertThat(replayed.exitCode()).as(replayed.output()).isZero();
                assertThat(replayed.output()).contains("\"one\"").contains("\"disagreements\":0");
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .contains("\"start\":{\"snapshot\":");
                assertThat(late.errors()).isEmpty();
            }
        }
    }

    @Test
    void whatTheServerKeptIsReplayedAndInspected() throws Exception {
        String id;
        try (Window ann = open("wasm")) {
            say(ann, "one");
            id = (String) ann.evaluate("MULTISYNQ.sessions()[0].id");
            ToolProcess inspected = ToolProcess.run(
                    "inspect", server.origin() + "/chat/#room1&pw=" + PASSWORD, "--path", "lines[0].text");
            assertThat(inspected.exitCode()).as(inspected.output()).isZero();
            assertThat(inspected.output()).contains("\"one\"");
            ann.await("MULTISYNQ.sessions()[0].participants.length === 1");
        }
        Path file = temporary.resolve("server.m4jr");
        ToolProcess exported = ToolProcess.run(
                "export", temporary.resolve("data").toString(), id, "-o", file.toString(), "--name", "room1");
        assertThat(exported.exitCode()).as(exported.output()).isZero();
        ToolProcess replayed = replay(file, "--print", "lines[0].text");
        assertThat(replayed.exitCode()).as(replayed.output()).isZero();
        assertThat(replayed.output()).contains("\"one\"");
    }

    private static com.microsoft.playwright.Page.LocatorOptions locate(String text) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
    }

    private void awaitSnapshot() throws Exception {
        ToolProcess listed;
        do {
            listed = ToolProcess.run("snapshots", temporary.resolve("data").toString(), "--json");
            assertThat(listed.exitCode()).as(listed.output()).isZero();
        } while (listed.output().contains("\"snapshot\":null"));
    }
}
