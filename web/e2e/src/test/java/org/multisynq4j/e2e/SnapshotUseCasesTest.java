package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.e2e.Chromium.Window;

/** The use cases of snapshots as people meet them: quit and return, join late, and find everything in place. */
@Tag("e2e")
class SnapshotUseCasesTest {
    private static final String ROOM = "/chat/#seed&pw=a-shared-secret&debug=session,snapshot";

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

    private Window open() {
        return chromium.window().open(server.origin() + ROOM).awaitLive();
    }

    private static void say(Window window, String text) {
        window.page().fill("#text", text);
        window.page().press("#text", "Enter");
        window.await("document.getElementById('lines').innerText.includes('" + text + "')");
    }

    private static List<String> lines(Window window) {
        return window.page().locator("#lines .text").allInnerTexts();
    }

    /** Until the server would let a joiner start from it. */
    private void snapshot(Window window) throws Exception {
        window.await("MULTISYNQ.sessions()[0].time > 5500"); // polls before that are ignored, as in the original
        window.evaluate("MULTISYNQ.sessions()[0].forceSnapshot()");
        ToolProcess listed;
        do {
            listed = ToolProcess.run("snapshots", data.toString(), "--json");
            assertThat(listed.exitCode()).as(listed.output()).isZero();
        } while (listed.output().contains("\"snapshot\":null"));
    }

    private static void assertFromSnapshot(Window window) {
        assertThat(window.console()).anyMatch(line -> line.contains("of snapshot"));
        assertThat(window.console()).noneMatch(line -> line.contains("initializing root model"));
    }

    @Test
    void quitAndReturn() throws Exception {
        try (Window ann = open()) {
            say(ann, "before");
            snapshot(ann);
            say(ann, "after");
        }
        try (Window back = open()) {
            assertFromSnapshot(back);
            back.await("document.querySelectorAll('#lines .text').length === 2");
            assertThat(lines(back)).containsExactly("before", "after");
            assertThat(back.errors()).isEmpty();
        }
    }

    @Test
    void aLateJoinerReplaysWhatCameAfterTheSnapshotAndItsViewShowsBoth() throws Exception {
        try (Window ann = open()) {
            say(ann, "in the snapshot");
            snapshot(ann);
            say(ann, "after it");
            try (Window late = open()) {
                assertFromSnapshot(late);
                late.await("document.querySelectorAll('#lines .text').length === 2");
                assertThat(lines(late)).containsExactly("in the snapshot", "after it");

                say(late, "from now on");
                ann.await("document.getElementById('lines').innerText.includes('from now on')");
                assertThat(lines(late)).isEqualTo(lines(ann));
                assertThat(late.errors()).isEmpty();
            }
        }
    }
}
