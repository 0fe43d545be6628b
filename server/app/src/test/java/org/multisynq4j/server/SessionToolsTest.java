package org.multisynq4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.apps.chat.ChatModel;
import org.multisynq4j.apps.chat.ChatModel.Post;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.Model;
import org.multisynq4j.server.cli.ExitCode;

/** The commands {@code snapshots}, {@code export}, {@code replay} and {@code inspect} against a server of this process and the directory it uses. */
@Timeout(120)
final class SessionToolsTest {
    @TempDir
    Path temporary;

    private Path data;
    private MultisynqServer server;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws Exception {
        data = temporary.resolve("data");
        server = MultisynqServer.start(
                ServerConfig.inMemory().withData(Optional.of(data)).at("127.0.0.1", 0));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void snapshotsListsWhatARunningServerHasAndWhatAStoppedOneLeft() throws Exception {
        try (JvmSession ann = chat("room")) {
            post(ann, "one");
            assertThat(run("snapshots", data.toString())).isEqualTo(ExitCode.OK);
            assertThat(out.toString().lines().toList().get(0))
                    .startsWith("SESSION")
                    .contains("TIMELINE");
            assertThat(out.toString()).contains("org.multisynq4j.chat").contains("complete");
            assertThat(listed().get("snapshot")).contains(JsonValue.nullValue());

            snapshot(ann, 1);
            post(ann, "two");
            JsonObject first = listed();
            assertThat(first.string("sessionId")).contains(ann.get(Session::id));
            assertThat(first.object("snapshot").orElseThrow().number("bytes").getAsDouble())
                    .isGreaterThan(100);
            assertThat(first.number("logAfterSnapshot").getAsDouble()).isGreaterThanOrEqualTo(1);
            assertThat(first.bool("complete")).contains(true);

            snapshot(ann, 2);
            JsonObject second = listed();
            assertThat(second.object("previous").orElseThrow().number("seq"))
                    .isEqualTo(first.object("snapshot").orElseThrow().number("seq"));
        }
        server.close();
        JsonObject stopped = listed();
        assertThat(stopped.bool("complete")).contains(true);

        String url = stopped.object("previous").orElseThrow().string("url").orElseThrow();
        Files.delete(data.resolve("files").resolve(url));
        assertThat(run("snapshots", data.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("1 missing: " + url);
        assertThat(run("snapshots", data.toString(), "--app", "com.other")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("there are no sessions");
        assertThat(run("snapshots", temporary.resolve("none").toString())).isEqualTo(ExitCode.DATA);
        assertThat(err.toString()).contains("is not a data directory");
    }

    @Test
    void anExportedSessionIsReplayedAndEveryRecordedHashCompared() throws Exception {
        Path file = temporary.resolve("room.m4jr");
        String id;
        try (JvmSession ann = chat("room")) {
            id = ann.get(Session::id);
            post(ann, "one");
            // Longer than what a snapshot keeps in its first file.
            for (int i = 0; i < 12; i++) {
                post(ann, Sha256.base64Url("text " + i).repeat(40));
            }
            snapshot(ann, 1);
            assertThat(listed().object("snapshot").orElseThrow().number("files").getAsDouble())
                    .isGreaterThan(1);
            post(ann, "two");
            snapshot(ann, 2);
            post(ann, "three");
            assertThat(run(
                            "export",
                            data.toString(),
                            id,
                            "-o",
                            file.toString(),
                            "--name",
                            "room",
                            "--password",
                            "secret"))
                    .as(err.toString())
                    .isEqualTo(ExitCode.OK);
        }
        server.close();

        assertThat(run("replay", file.toString(), "--password", "secret", "--print", "lines[14].text"))
                .as(out + "" + err)
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("recorded hash")
                .contains("\"three\"")
                .doesNotContain("DIFFERS");
        assertThat(run("replay", file.toString(), "--password", "secret", "--json"))
                .isEqualTo(ExitCode.OK);
        JsonObject summary = (JsonObject) Json.parse(out.toString());
        assertThat(summary.number("comparisons").getAsDouble()).isGreaterThanOrEqualTo(2);
        assertThat(summary.bool("sameCode")).contains(true);

        assertThat(run("replay", file.toString(), "--password", "secret", "--until", "chat:post", "--print", "lines"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("stopped before the end")
                .contains("two")
                .doesNotContain("three");

        assertThat(run("replay", file.toString(), "--password", "wrong")).isEqualTo(ExitCode.PASSWORD);
        assertThat(run("replay", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("replay", file.toString(), "--password", "secret", "--until", "x"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("replay", file.toString(), "--password", "secret", "--print", "nothing"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("replay", temporary.resolve("none").toString(), "--password", "secret"))
                .isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("export", data.toString(), id, "-o", file.toString())).isEqualTo(ExitCode.USAGE);
        Path other = temporary.resolve("other");
        assertThat(run("export", data.toString(), "nobody", "-o", other.toString()))
                .isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("export", data.toString(), id, "-o", other.toString(), "--name", "room", "--password", "no"))
                .isEqualTo(ExitCode.PASSWORD);
        assertThat(run("export", data.toString(), id, "-o", other.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("replay", other.toString(), "--password", "secret")).isEqualTo(ExitCode.SESSION);
        assertThat(err.toString()).contains("--name");
        assertThat(run("replay", other.toString(), "--password", "secret", "--name", "room"))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void inspectPrintsTheModelAndNobodyNotices() throws Exception {
        String url = server.url() + "/chat/#room&pw=secret";
        try (JvmSession ann = chat("room")) {
            post(ann, "hello");

            assertThat(run("inspect", url)).as(err.toString()).isEqualTo(ExitCode.OK);
            assertThat(Json.parse(out.toString()).toString()).contains("hello");
            assertThat(run("inspect", url, "--path", "lines[0].text")).isEqualTo(ExitCode.OK);
            assertThat(out.toString().strip()).isEqualTo("\"hello\"");
            assertThat(run("inspect", url, "--depth", "1")).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("\"lastNumber\":1").doesNotContain("hello");
            assertThat(run("inspect", url, "--path", "nothing")).isEqualTo(ExitCode.USAGE);
            assertThat(run("inspect", url, "--depth", "-1")).isEqualTo(ExitCode.USAGE);
            assertThat(run("inspect", url.replace("secret", "other"))).isEqualTo(ExitCode.PASSWORD);
            assertThat(run("inspect", server.url() + "/chat/#elsewhere&pw=secret"))
                    .isEqualTo(ExitCode.NOT_FOUND);
            assertThat(run("inspect", "http://127.0.0.1:1/chat/#room&pw=secret"))
                    .isEqualTo(ExitCode.SERVER);

            post(ann, "bye");
            assertThat(run("inspect", url, "--path", "lastGuest")).isEqualTo(ExitCode.OK);
            assertThat(out.toString().strip()).as("arrivals the model has seen").isEqualTo("1");
            assertThat(ann.get(Session::participants)).hasSize(1);
        }
        assertThat(ids()).hasSize(1);
    }

    @Test
    void modelsOfOtherApplicationsComeFromTheirClassPath() throws Exception {
        Path classes = lamp();
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()});
                JvmSession session = JvmSession.join(Join.app("com.acme.lamp")
                                .name("hall")
                                .password("secret")
                                .model(loader.loadClass("com.acme.Lamp").asSubclass(Model.class))
                                .serverAddress(address()))
                        .get(20, TimeUnit.SECONDS)) {
            session.run(live -> live.publish("lamp", "switch"));
            session.until(live -> live.unsent() == 0).get(20, TimeUnit.SECONDS);
            String[] code = {"--classpath", classes.toString(), "--model", "com.acme.Lamp"};

            String url = server.url() + "/lamp/#hall&pw=secret";
            assertThat(run(with(code, "inspect", url, "--app-id", "com.acme.lamp")))
                    .as(err.toString())
                    .isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("\"on\":true");
            assertThat(run("inspect", url)).isEqualTo(ExitCode.USAGE);
            assertThat(err.toString()).contains("--classpath app.jar --model com.acme.MyModel");

            Path file = temporary.resolve("lamp.m4jr");
            session.get(live -> flip(live.model()));
            CompletableFuture<byte[]> recording = new CompletableFuture<>();
            session.run(live -> live.export().then(recording::complete, recording::completeExceptionally));
            Files.write(file, recording.get(20, TimeUnit.SECONDS));
            assertThat(run(with(code, "replay", file.toString(), "--password", "secret")))
                    .isEqualTo(ExitCode.DISAGREES);
            assertThat(out.toString())
                    .contains("DIFFERS: the recorder's state")
                    .contains("Lamp.on of Lamp M1: false against true");
        }
    }

    /** What only this replica does. */
    private static boolean flip(Model lamp) {
        try {
            Field on = lamp.getClass().getDeclaredField("on");
            on.setAccessible(true);
            on.setBoolean(lamp, !on.getBoolean(lamp));
            return true;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Path lamp() throws IOException {
        Path source = temporary.resolve("Lamp.java");
        Path classes = Files.createDirectory(temporary.resolve("classes"));
        Files.writeString(source, """
                package com.acme;
                import org.multisynq4j.model.*;
                public final class Lamp extends Model {
                    private boolean on;
                    @Override protected void init(Options options, Persisted persisted) {
                        subscribe("lamp", "switch", () -> on = !on);
                    }
                }
                """);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "-cp",
                        Model.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath(),
                        source.toString());
        assertThat(result).isZero();
        return classes;
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private ServerAddress address() {
        return new ServerAddress(server.url().replace("http", "ws") + "/reflector", server.url() + "/files");
    }

    private JvmSession chat(String name) throws Exception {
        return JvmSession.join(Join.app("org.multisynq4j.chat")
                        .name(name)
                        .password("secret")
                        .model(ChatModel.class)
                        .serverAddress(address()))
                .get(20, TimeUnit.SECONDS);
    }

    private static void post(JvmSession session, String text) throws Exception {
        session.run(live -> live.publish("chat", "post", new Post(text, 0)));
        session.until(live -> live.unsent() == 0
                        && live.model(ChatModel.class).lines().stream()
                                .anyMatch(line -> line.text().equals(text)))
                .get(20, TimeUnit.SECONDS);
    }

    /** Waits until the server has accepted that many snapshots. */
    private void snapshot(JvmSession session, int number) throws Exception {
        double from = 5_500 + session.get(Session::now);
        session.until(live -> live.now() > from).get(20, TimeUnit.SECONDS);
        session.run(Session::forceSnapshot);
        String awaited = number == 1 ? "snapshot" : "previous";
        while (listed().object(awaited).isEmpty()) {
            double later = session.get(Session::now) + 100;
            session.until(live -> live.now() > later).get(20, TimeUnit.SECONDS);
        }
    }

    private JsonObject listed() {
        assertThat(run("snapshots", data.toString(), "--json"))
                .as(err.toString())
                .isEqualTo(ExitCode.OK);
        return (JsonObject) Json.parse(out.toString());
    }

    private List<String> ids() {
        run("snapshots", data.toString(), "--json");
        return new ArrayList<>(out.toString().lines().toList());
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
