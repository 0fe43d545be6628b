package org.multisynq4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multisynq4j.apps.chat.ChatModel;
import org.multisynq4j.apps.chat.ChatModel.Post;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.server.cli.ExitCode;

/** The command {@code join} against a server of this process. */
@Timeout(60)
final class JoinCommandTest {
    private static MultisynqServer server;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        server = MultisynqServer.start(ServerConfig.inMemory().at("127.0.0.1", 0));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String page(String app, String fragment) {
        return server.url() + "/" + app + "/#" + fragment;
    }

    private static JvmSession chat(String name) throws Exception {
        return JvmSession.join(Join.app("org.multisynq4j.chat")
                        .name(name)
                        .password("secret")
                        .model(ChatModel.class)
                        .serverAddress(new ServerAddress(
                                server.url().replace("http", "ws") + "/reflector", server.url() + "/files")))
                .get(20, TimeUnit.SECONDS);
    }

    private static boolean hasLine(Session session, String author, String text) {
        return session.model(ChatModel.class).lines().stream()
                .anyMatch(line -> line.author().equals(author) && line.text().equals(text));
    }

    private static void post(JvmSession session, String text) throws Exception {
        session.run(live -> live.publish("chat", "post", new Post(text, 0)));
        session.until(live -> hasLine(live, live.model(ChatModel.class).nameOf(live.viewId()), text))
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void saysATextUnderANicknameAndLeaves() throws Exception {
        try (JvmSession ann = chat("say")) {
            assertThat(run("join", "chat", page("chat", "say&pw=secret"), "--say", "hello", "--name", "Bot"))
                    .isEqualTo(ExitCode.OK);
            ann.until(live -> hasLine(live, "Bot", "hello")).get(20, TimeUnit.SECONDS);
            ann.until(live -> live.participants().size() == 1).get(20, TimeUnit.SECONDS);
        }
        assertThat(out.toString()).contains("joined session", "1 more here", "Bot: hello", "leaving session");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsWhatWasSaidBeforeAndWhatIsSaidWhileItStays() throws Exception {
        try (JvmSession ann = chat("listen")) {
            post(ann, "before");
            CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                    () -> run("join", "chat", page("chat", "listen&pw=secret"), "--for", "2"));
            ann.until(live -> live.participants().size() == 2).get(20, TimeUnit.SECONDS);
            post(ann, "during \u001b[2J");
            assertThat(code.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
        }
        assertThat(out.toString()).contains("Guest 1: before").contains("Guest 1: during  [2J");
        assertThat(out.toString()).doesNotContain("\u001b");
    }

    @Test
    void tellsProgramsInJsonWithTheHashOfTheState() throws Exception {
        try (JvmSession ann = chat("json")) {
            post(ann, "some \"text\"");
            assertThat(run("join", "chat", page("chat", "json&pw=secret"), "--json", "--for", "0.5"))
                    .isEqualTo(ExitCode.OK);
        }
        assertThat(out.toString().lines())
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"))
                .anyMatch(line -> line.contains("\"event\":\"joined\""))
                .anyMatch(line -> line.contains("\"text\":\"some \\\"text\\\"\""))
                .anyMatch(line -> line.contains("\"event\":\"state\"") && line.contains("\"stateHash\":\""))
                .anyMatch(line -> line.contains("\"event\":\"leaving\""));
    }

    @Test
    void countsAlongInHello() {
        assertThat(run("join", "hello", page("hello", "count&pw=secret"), "--for", "1.5"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("count: 0", "count: 1");
    }

    @Test
    void printsTheDebugLinesThatTheAddressAsksFor() {
        assertThat(run("join", "chat", page("chat", "debug&pw=secret&debug=session")))
                .isEqualTo(ExitCode.OK);
        assertThat(err.toString()).contains("[Multisynq] ").doesNotContain("secret");
    }

    @Test
    void saysThatThePasswordIsWrong() throws Exception {
        try (JvmSession ann = chat("guarded")) {
            post(ann, "private");
            assertThat(run("join", "chat", page("chat", "guarded&pw=guessed"))).isEqualTo(ExitCode.PASSWORD);
        }
        assertThat(err.toString().toLowerCase()).containsOnlyOnce("made with another password");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysThatNoServerAnswers() {
        assertThat(run("join", "chat", "http://127.0.0.1:1/chat/#room&pw=secret"))
                .isEqualTo(ExitCode.SERVER);
        assertThat(err.toString()).containsOnlyOnce("no server answers at ws://127.0.0.1:1/reflector");
    }

    @ParameterizedTest
    @CsvSource({
        "chess, http://127.0.0.1:1/chess/#a&pw=b, there is no sample app 'chess'; there are chat",
        "chat, room1, is not the address of a page",
        "chat, ftp://127.0.0.1/chat/#a&pw=b, is not the address of a page",
        "chat, http://127.0.0.1:99999/chat/#a&pw=b, is not the address of a page",
        "chat, http://127.0.0.1:1/chat/, no session name",
        "chat, http://127.0.0.1:1/chat/#room, no password",
        "chat, http://127.0.0.1:1/hello/#a&pw=b, 'the address is that of hello, not of chat'",
        "chat, http://127.0.0.1:1/chat/#a&pw=b&box=http://elsewhere.example/, does not trust",
    })
    void refusesWhatCannotBeJoined(String app, String url, String hint) {
        assertThat(run("join", app, url)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(hint);
    }

    @ParameterizedTest
    @CsvSource({"hello, --say, x, are for chat", "chat, --for, -1, --for must be", "chat, --for, x, 'x'"})
    void refusesOptionsThatCannotBeUsed(String app, String option, String value, String hint) {
        assertThat(run("join", app, "http://127.0.0.1:1/" + app + "/#a&pw=b", option, value))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(hint);
    }

    private int run(String... arguments) {
        return Main.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
