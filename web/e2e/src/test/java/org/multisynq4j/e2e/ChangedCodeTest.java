package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.inspect.ModelTree;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.e2e.Chromium.Window;
import org.multisynq4j.json.Json;
import org.multisynq4j.model.Model;

/** A participant whose model code differs finds what the build before it saved; pages are in {@link PersistenceStoryTest}. */
@Tag("e2e")
@Timeout(300)
class ChangedCodeTest {
    @TempDir
    Path data;

    @TempDir
    Path classes;

    private ServerProcess server;
    private Chromium chromium;
    private String url;

    @BeforeEach
    void start() {
        server = ServerProcess.start(data, 0);
        chromium = new Chromium();
        url = server.origin() + "/chat/#room1&pw=a-shared-secret&debug=session";
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    private static void say(Window window, String text) {
        window.page().fill("#text", text);
        window.page().press("#text", "Enter");
    }

    private static void awaitLines(Window window, int count) {
        window.await("document.querySelectorAll('#lines .text').length === " + count);
    }

    @Test
    void theChatsHistoryIsThereAfterAChangeOfItsModel() throws Exception {
        ChangedModel.compile(classes, "MAX_LINES = 100;", "MAX_LINES = 90;");
        Class<? extends Model> changed = ChangedModel.load(classes);
        List<String> console = new CopyOnWriteArrayList<>();
        try (Window old = chromium.window().open(url).awaitLive()) {
            say(old, "remember me");
            awaitLines(old, 1);
            awaitSaved(old);
            try (JvmSession next = JvmParticipant.joinChat(url, changed, (level, line) -> console.add(line))) {
                String persistentId = next.get(Session::persistentId);
                assertThat(persistentId).isEqualTo(fact(old, "persistentId"));
                String id = next.get(Session::id);
                assertThat(id).isNotEqualTo(fact(old, "id"));
                String codeHash = next.get(Session::codeHash);
                assertThat(codeHash).isNotEqualTo(fact(old, "codeHash"));
                assertThat(state(next)).contains("\"remember me\"");
                assertThat(console)
                        .contains(
                                "[Multisynq] Session loaded from persistent data (persistentId: " + persistentId + ")")
                        .anyMatch(line ->
                                line.startsWith("[Multisynq] Restoring ") && line.endsWith(" of persistent data"));

                say(old, "still in the old session");
                awaitLines(old, 2);
                assertThat(old.evaluate("MULTISYNQ.sessions()[0].participants.length"))
                        .isEqualTo(1);
                int participants = next.get(live -> live.participants().size());
                assertThat(participants).isEqualTo(1);
                assertThat(state(next)).doesNotContain("still in the old");
            }
            assertThat(old.errors()).isEmpty();
        }
    }

    private static String state(JvmSession session) {
        return session.get(live -> Json.write(ModelTree.of(live.model())));
    }

    /** The first change is saved at once, but the upload takes a moment. */
    private static void awaitSaved(Window window) {
        window.page().waitForCondition(() -> window.console().stream()
                .anyMatch(line -> line.contains("Persistent data saved (")));
    }

    private static Object fact(Window window, String name) {
        return window.evaluate("MULTISYNQ.sessions()[0]." + name);
    }
}
