package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.apps.chat.ChatModel;
import org.multisynq4j.apps.chat.ChatModel.Line;
import org.multisynq4j.apps.chat.ChatModel.Post;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.e2e.Chromium.Window;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.model.DataHandle;

/** Browsers and the JVM in one session. */
@Tag("e2e")
@Timeout(180)
class JvmParticipantTest {
    @TempDir
    Path data;

    private ServerProcess server;
    private Chromium chromium;
    private String url;

    @BeforeEach
    void start() {
        server = ServerProcess.start(data, 0);
        chromium = new Chromium();
        url = server.origin() + "/chat/#room1&pw=a-shared-secret";
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    private Window open() {
        return chromium.window().open(url).awaitLive();
    }

    private static void say(Window window, String text) {
        window.page().fill("#text", text);
        window.page().press("#text", "Enter");
    }

    private static List<String> awaitLines(Window window, int count) {
        window.await("document.querySelectorAll('#lines .text').length === " + count);
        return window.page().locator("#lines .text").allInnerTexts();
    }

    private static List<String> lines(Session session) {
        return session.model(ChatModel.class).lines().stream().map(Line::text).toList();
    }

    @Test
    void aTestsOwnParticipantAndTwoBrowsersReadTheSameLinesAndHaveTheSameState() throws Exception {
        try (Window ann = open();
                Window bob = open();
                JvmSession jvm = JvmParticipant.joinChat(url, ChatModel.class, (level, line) -> {})) {
            StateTrace.start(ann);
            StateTrace.start(bob);
            jvm.run(live -> live.publish("chat", "post", new Post("from the JVM", 0)));
            assertThat(awaitLines(ann, 1)).containsExactly("from the JVM");
            assertThat(awaitLines(bob, 1)).containsExactly("from the JVM");

            say(ann, "from ann");
            awaitLines(bob, 2);
            say(bob, "from bob");
            jvm.until(live -> lines(live).size() == 3).get(20, TimeUnit.SECONDS);
            List<String> lines = jvm.get(JvmParticipantTest::lines);
            assertThat(lines).isEqualTo(awaitLines(ann, 3)).isEqualTo(awaitLines(bob, 3));

            Map<String, String> states = StateTrace.of(jvm).get(30, TimeUnit.SECONDS);
            StateTrace.assertAgree(states, StateTrace.of(ann));
            StateTrace.assertAgree(states, StateTrace.of(bob));
            assertThat(ann.errors()).isEmpty();
            assertThat(bob.errors()).isEmpty();
        }
    }

    @Test
    void theCommandLineJoinsSpeaksListensAndLeaves() throws Exception {
        try (Window ann = open();
                Window bob = open();
                JoinProcess robot =
                        new JoinProcess("chat", url, "--say", "hello", "--name", "Robot", "--until-enter")) {
            StateTrace.start(ann);
            StateTrace.start(bob);
            assertThat(awaitLines(ann, 1)).containsExactly("hello");
            assertThat(awaitLines(bob, 1)).containsExactly("hello");
            assertThat(robot.await("line").string("author")).hasValue("Robot");

            say(ann, "welcome");
            assertThat(robot.await("line").string("text")).hasValue("welcome");
            for (int i = 0; i < 8; i++) {
                robot.await("state");
            }
            ann.await("MULTISYNQ.sessions()[0].participants.length === 3");
            assertThat(robot.enter()).isZero();
            ann.await("MULTISYNQ.sessions()[0].participants.length === 2");

            Map<String, String> states = new TreeMap<>();
            for (JsonObject event : robot.events()) {
                event.string("stateHash").ifPresent(hash -> states.put(moment(event), hash));
            }
            StateTrace.assertAgree(states, StateTrace.of(ann));
            StateTrace.assertAgree(states, StateTrace.of(bob));
        }
    }

    private static String moment(JsonObject event) {
        return StateTrace.moment(
                event.number("time").orElseThrow(), (long) event.number("seq").orElseThrow());
    }

    private static String store(Window window, String bytes, boolean shareable) {
        return (String)
                window.evaluate("MULTISYNQ.sessions()[0].store(new Uint8Array([" + bytes + "]), " + shareable + ")");
    }

    private static String fetch(Window window, String id) {
        return (String)
                window.evaluate("MULTISYNQ.sessions()[0].fetch('" + id + "').then(b => b.join(), e => e.message)");
    }

    private static <T> T await(JvmSession jvm, Function<Session, Promise<T>> question) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        jvm.run(session -> question.apply(session).then(answer::complete, answer::completeExceptionally));
        return answer.get(30, TimeUnit.SECONDS);
    }

    @Test
    void dataThatOneStoresTheOthersFetchAndEqualDataHasOneHandleEverywhere() throws Exception {
        try (Window ann = open();
                Window eve = chromium.window()
                        .open(server.origin() + "/chat/#room2&pw=another-secret")
                        .awaitLive();
                JvmSession jvm = JvmParticipant.joinChat(url, ChatModel.class, (level, line) -> {})) {
            byte[] bytes = {1, 2, (byte) 250, 0};
            for (boolean shareable : new boolean[] {false, true}) {
                DataHandle handle = await(jvm, session -> session.data().store(bytes, shareable));
                assertThat(store(ann, "1, 2, 250, 0", shareable)).isEqualTo(handle.id());
                assertThat(fetch(ann, handle.id())).isEqualTo("1,2,250,0");
            }
            assertThat(fetch(eve, store(ann, "7", true))).isEqualTo("7");
            assertThat(fetch(eve, store(ann, "7", false))).contains("by another session and not as shareable");
            assertThat(fetch(ann, "d1.AAAA")).contains("not the id of a data handle");
        }
    }
}
