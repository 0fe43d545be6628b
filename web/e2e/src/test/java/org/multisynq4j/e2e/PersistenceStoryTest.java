package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multisynq4j.client.inspect.ModelTree;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.e2e.Chromium.Window;
import org.multisynq4j.json.Json;

/**
 * What becomes of what people wrote when the program changes: the chat, then on the same server, at the same address, with the same data, the chat built again from
 * a changed model.
 */
@Tag("e2e")
@Timeout(300)
class PersistenceStoryTest {
    private static final String SAVED = "[Multisynq] Persistent data saved (";

    private static final String WRONG_PASSWORD = "“room1” was made with another password";

    @TempDir
    static Path classes;

    @TempDir
    static Path pages;

    @TempDir
    Path data;

    @TempDir
    Path scratch;

    private static CompletableFuture<Void> wasm;

    private ServerProcess server;
    private Chromium chromium;
    private Operator operator;

    @BeforeAll
    static void changeTheModelAndBuildThePagesAgain() throws Exception {
        ChangedModel.compile(
                classes,
                "MAX_LINES = 100;",
                "MAX_LINES = 90;",
                // A defect that shows late.
                "        lastNumber++;",
                "        lastNumber += text.equals(\"dive\") ? depth(0) : 1;",
                "    private Saved saved() {",
                "    private static int depth(int above) { return depth(above + 1) + 1; }\n    private Saved saved() {");
        ChangedPages.compile(ChangedModel.loader(classes), pages);
        wasm = ChangedPages.compileWasm(ChangedModel.loader(classes), pages);
    }

    @BeforeEach
    void start() {
        server = ServerProcess.start(data, 0);
        chromium = new Chromium();
        operator = new Operator(data);
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    /** Nobody has chosen a password: the page makes one and puts it into its address. */
    private Window openTheOldProgram() {
        return open("");
    }

    private Window open(String query) {
        return chromium.window()
                .open(server.origin() + "/chat/" + query + "#room1&debug=session")
                .awaitLive();
    }

    /** The operator installs the new version: same port, same data. */
    private void installTheNewProgram() {
        int port = server.port();
        server.close();
        server = ServerProcess.startWithPages(pages, data, port);
    }

    private static void say(Window window, String text) {
        window.page().fill("#text", text);
        window.page().press("#text", "Enter");
    }

    private static void awaitLines(Window window, int count) {
        window.await("document.querySelectorAll('#lines .text').length === " + count);
    }

    private static List<String> lines(Window window) {
        return window.page().locator("#lines .text").allInnerTexts();
    }

    private static String fact(Window window, String name) {
        return String.valueOf(window.evaluate("MULTISYNQ.sessions()[0]." + name));
    }

    private void picture(Window window, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("multisynq4j.images", "target/images")));
        Files.write(folder.resolve(name + ".png"), window.page().screenshot());
    }

    /** The stored files of saved data by path, with their bytes as text. */
    private Map<Path, String> savedFiles() {
        Map<Path, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data.resolve("files"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getParent().endsWith("save")) {
                    found.put(file, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void awaitSavedFiles(Window window, int count) {
        window.page().waitForCondition(() -> savedFiles().size() == count);
    }

    @Test
    void theSameAddressShowsTheOldLinesInTheNewProgramWhileTheOldOneStaysInItsSession() throws Exception {
        try (Window ann = openTheOldProgram()) {
            say(ann, "remember me ".repeat(100));
            awaitLines(ann, 1);
            String saved = ann.awaitLine(SAVED);
            String link = ann.page().url();
            assertThat(link).contains("#room1&pw=");
            String persistentId = fact(ann, "persistentId");
            String viewId = fact(ann, "viewId");

            installTheNewProgram();
            try (Window bob = chromium.window().open(link).awaitLive()) {
                awaitLines(bob, 1);
                assertThat(lines(bob))
                        .containsExactly("remember me ".repeat(100).strip());
                assertThat(fact(bob, "persistentId")).isEqualTo(persistentId);
                assertThat(fact(bob, "id")).isNotEqualTo(fact(ann, "id"));
                assertThat(fact(bob, "codeHash")).isNotEqualTo(fact(ann, "codeHash"));

                ann.awaitLive();
                say(bob, "in the new program");
                awaitLines(bob, 2);
                say(ann, "in the old program");
                awaitLines(ann, 2);
                assertThat(lines(bob)).hasSize(2).doesNotContain("in the old program");
                assertThat(lines(ann)).hasSize(2).doesNotContain("in the new program");
                assertThat(fact(bob, "participants.length")).isEqualTo("1");

                server.close();
                String size = sizeOfTheFirstVersion(persistentId, link);
                assertThat(saved).isEqualTo("[Multisynq] Persistent data saved (" + size + ")");
                assertThat(bob.console())
                        .containsSubsequence(
                                "[Multisynq] Session loaded from persistent data (persistentId: " + persistentId + ")",
                                "[Multisynq] Restoring " + size + " of persistent data",
                                "[Multisynq] state LIVE");
                assertThat(ann.console())
                        .containsSubsequence(
                                "[Multisynq] session \"org.multisynq4j.chat/room1\":",
                                "[Multisynq]   sessionId: " + fact(ann, "id"),
                                "[Multisynq]   persistentId: " + persistentId,
                                "[Multisynq]   codeHash: " + fact(ann, "codeHash"),
                                "[Multisynq]   viewId: " + viewId,
                                "[Multisynq] joining as " + viewId,
                                "[Multisynq] state LIVE",
                                "[Multisynq] state RECONNECTING",
                                "[Multisynq] state LIVE")
                        .anyMatch(line -> line.startsWith("[Multisynq] received SYNC from "));
            }
        }
    }

    /** As the seed writes it: kilobytes with one decimal. */
    private String sizeOfTheFirstVersion(String persistentId, String link) throws Exception {
        Path password = Files.writeString(scratch.resolve("password"), link.replaceAll(".*[#&]pw=([^&]*).*", "$1"));
        Path json = scratch.resolve("first.json");
        operator.run(
                "export",
                persistentId,
                "--version-number",
                "1",
                "--name",
                "room1",
                "--password-file",
                password.toString(),
                "-o",
                json.toString());
        long bytes = Files.size(json);
        assertThat(bytes).isBetween(1024L, 2048L);
        long tenths = Math.round(bytes / 102.4);
        return tenths / 10 + "." + tenths % 10 + "KB";
    }

    @Test
    void whatAnOlderPageStillOpenSavesNeitherHidesWhatTheNewerOneSavedNorGoesUnnoticed() throws Exception {
        String link;
        try (Window ann = openTheOldProgram()) {
            say(ann, "before the change");
            ann.awaitLine(SAVED);
            link = ann.page().url();
            installTheNewProgram();
            try (Window bob = chromium.window().open(link).awaitLive()) {
                awaitLines(bob, 1);
                say(bob, "in the new program");
                bob.awaitLine(SAVED);
                ann.awaitLive();
                say(ann, "in the old program");
                awaitLines(ann, 2);
                ann.open("about:blank");
                awaitSavedFiles(ann, 3);
                ann.page().waitForCondition(() -> server.output().stream()
                        .anyMatch(line -> line.contains("WARN")
                                && line.contains("two versions of the program run at the same time")));
            }
        }
        int port = server.port();
        server.close();
        List<String> versions = operator.run("list", "--app", "org.multisynq4j.chat");
        assertThat(versions).hasSize(3);
        assertThat(versions.get(0)).endsWith(" bytes");
        assertThat(versions.get(1)).endsWith("  current");
        assertThat(versions.get(2)).endsWith("  older");

        server = ServerProcess.start(data, port);
        ChangedModel.compile(scratch, "MAX_LINES = 100;", "MAX_LINES = 80;");
        try (JvmSession third = JvmParticipant.joinChat(link, ChangedModel.load(scratch), (level, line) -> {})) {
            String state = third.get(live -> Json.write(ModelTree.of(live.model())));
            assertThat(state)
                    .contains("before the change", "in the new program")
                    .doesNotContain("in the old program");
        }
    }

    @Test
    void whatTheLastOneSaidJustBeforeClosingThePageIsThere() throws Exception {
        try (Window ann = openTheOldProgram()) {
            say(ann, "saved at once");
            ann.awaitLine(SAVED);
            say(ann, "said just before leaving");
            awaitLines(ann, 2);
            assertThat(savedFiles()).hasSize(1);
            String link = ann.page().url();
            ann.open("about:blank");
            awaitSavedFiles(ann, 2);
            installTheNewProgram();
            ann.open(link).awaitLive();
            awaitLines(ann, 2);
            assertThat(lines(ann)).containsExactly("saved at once", "said just before leaving");
        }
    }

    @Test
    void aDamagedFileIsSaidAndNothingOverwrittenUntilTheOperatorRestoresAnEarlierVersion() throws Exception {
        try (Window ann = openTheOldProgram()) {
            say(ann, "in the first version");
            ann.awaitLine(SAVED);
            Path first = savedFiles().keySet().iterator().next();
            say(ann, "in the second version");
            awaitLines(ann, 2);
            String link = ann.page().url();
            String persistentId = fact(ann, "persistentId");
            ann.open("about:blank");
            awaitSavedFiles(ann, 2);
            int port = server.port();
            server.close();
            Path second = savedFiles().keySet().stream()
                    .filter(file -> !file.equals(first))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(second);
            bytes[bytes.length / 2] ^= 1;
            Files.write(second, bytes);
            Map<Path, String> before = savedFiles();
            List<String> versions = operator.run("list");
            server = ServerProcess.startWithPages(pages, data, port);

            ann.open(link);
            assertThat(ann.awaitCard("the saved data of “room1” cannot be read"))
                    .contains("Nothing was started, so nothing is overwritten")
                    .contains("the server's operator can restore an older version (persistent id " + persistentId);
            assertThat(ann.page().locator("m4j-error").count()).isZero();
            picture(ann, "damaged-file");
            assertThat(lines(ann)).isEmpty();
            ann.page().reload();
            ann.awaitCard("cannot be read");
            server.close();
            assertThat(savedFiles()).isEqualTo(before);
            assertThat(operator.run("list")).isEqualTo(versions);

            operator.run("restore", persistentId, "1", "--forget-sessions");
            server = ServerProcess.startWithPages(pages, data, port);
            ann.page().reload();
            ann.awaitLive();
            awaitLines(ann, 1);
            assertThat(lines(ann)).containsExactly("in the first version");
            say(ann, "and on it goes");
            awaitSavedFiles(ann, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"js", "wasm"})
    void aModelThatRecursesWithoutEndEndsInWordsAndWhatWasSavedIsThereInTheNextProgram(String target) throws Exception {
        wasm.join();
        server.close();
        server = ServerProcess.startWithPages(pages, data, 0);
        try (Window ann = open("?target=" + target)) {
            say(ann, "before the defect");
            ann.awaitLine(SAVED);
            String link = ann.page().url();
            say(ann, "dive");
            assertThat(ann.awaitCard("could not execute the model to its end"))
                    .contains("ChatModel")
                    .contains("chat:post")
                    .contains("Bound the depth of the model's recursion")
                    .contains("Reload")
                    .contains("Start a new session");
            assertThat(fact(ann, "state")).isEqualTo("LEFT");
            assertThat(fact(ann, "target")).isEqualTo(target);
            picture(ann, "broken-model-" + target);

            int port = server.port();
            server.close();
            server = ServerProcess.start(data, port);
            ann.open("about:blank").open(link).awaitLive();
            awaitLines(ann, 1);
            assertThat(lines(ann)).containsExactly("before the defect");
        }
    }

    @Test
    void aWrongPasswordIsSaidInWordsAndTheRightOneTypedThereLetsIn() throws Exception {
        try (Window ann = openTheOldProgram();
                Window eve = chromium.window()) {
            say(ann, "not for everybody");
            ann.awaitLine(SAVED);
            String link = ann.page().url();
            String wrongLink = link.replaceAll("pw=[^&]*", "pw=guessed");
            eve.open(wrongLink);
            assertThat(eve.awaitCard(WRONG_PASSWORD))
                    .contains("a lost password is lost data")
                    .doesNotContain(fact(ann, "id"));
            picture(eve, "wrong-password");
            assertThat(lines(eve)).isEmpty();
            assertThat(fact(ann, "participants.length")).isEqualTo("1");

            eve.page().fill("m4j-overlay input", link.replaceAll(".*[#&]pw=([^&]*).*", "$1"));
            eve.page().press("m4j-overlay input", "Enter");
            eve.awaitLive();
            awaitLines(eve, 1);
            assertThat(lines(eve)).containsExactly("not for everybody");

            // The new program's session was never seen, but what it would start from has an owner.
            installTheNewProgram();
            eve.open("about:blank").open(wrongLink);
            eve.awaitCard(WRONG_PASSWORD);
            eve.open("about:blank").open(link).awaitLive();
            awaitLines(eve, 1);
        }
    }
}
