package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The unmodified npm clients join our reflector by {@code box}, from a page of another origin. */
@Tag("e2e")
class NpmInteropTest {
    private static final String CLIENTS = """
            @multisynq/client, 1.1.0, bundled/multisynq-client.min.js
            @croquet/croquet,  2.0.4, pub/croquet.min.js
            """;

    @TempDir
    Path data;

    private ServerProcess server;
    private Chromium chromium;
    private HttpServer site;
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    @BeforeEach
    void start() throws IOException {
        server = ServerProcess.start(data, 0);
        chromium = new Chromium();
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = pages.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", path.endsWith(".js") ? "text/javascript" : "text/html");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
        pages.put("/page.html", resource("interop/page.html"));
        pages.put("/changed.html", resource("interop/page.html").replace("/*VERSION*/ 1", "/*VERSION*/ 2"));
    }

    @AfterEach
    void stop() {
        site.stop(0);
        chromium.close();
        server.close();
    }

    private static String resource(String name) {
        try (var in = NpmInteropTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Chromium.Window join(String page, String name, String password) {
        return chromium.window().open(address(page, name, password));
    }

    private String address(String page, String name, String password) {
        return "http://localhost:" + site.getAddress().getPort() + page + "?name=" + name + "&password=" + password
                + "&server=" + server.origin() + "/";
    }

    private Chromium.Window join(String name) {
        return join("/page.html", name, "secret").await("window.session && session.model");
    }

    private static void publish(Chromium.Window window, String event, String data) {
        window.evaluate("session.view.publish('counter', '" + event + "', " + data + ")");
    }

    private static String state(Chromium.Window window) {
        return (String) window.evaluate("session.model.state()");
    }

    /** Both have executed everything once their totals are equal to the expected one. */
    private static void awaitTotal(int total, Chromium.Window... windows) {
        for (Chromium.Window window : windows) {
            window.await("session.model.total === " + total);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = CLIENTS)
    void twoPagesAgreeAndALateOneJoinsFromTheirSnapshot(String name, String version, String bundle) {
        pages.put("/client.js", NpmPackage.fetch(name, version).text(bundle));
        Chromium.Window ann = join("room1");
        Chromium.Window bob = join("room1");
        ann.await("session.model.people.length === 2");
        for (int i = 1; i <= 10; i++) {
            publish(ann, "add", "" + i);
            publish(bob, "add", "" + 100 * i);
        }
        awaitTotal(5555, ann, bob);
        assertThat(state(ann)).isEqualTo(state(bob));

        // A snapshot is due after 5 s of simulation and 5 s of teatime.
        ann.await("session.view.now() > 5500");
        for (int i = 0; i < 11; i++) {
            publish(ann, "burn", "500");
        }
        awaitFile(ann, "/snapshots/");
        List<String> syncs = new ArrayList<>();
        Chromium.Window late = joinWithSnapshot("room1", syncs);
        assertThat(syncs).anyMatch(sync -> sync.contains("\"snapshotTime\""));
        publish(late, "add", "10000");
        awaitTotal(15555, ann, bob, late);
        assertThat(state(late)).isEqualTo(state(ann)).isEqualTo(state(bob));
        assertThat(late.errors()).isEmpty();
    }

    /** Joins and notes the SYNC; the uploader tells the reflector of its snapshot just after storing it, so the first attempt may be too early. */
    private Chromium.Window joinWithSnapshot(String room, List<String> syncs) {
        for (int attempt = 0; attempt < 10; attempt++) {
            Chromium.Window window = chromium.window();
            window.page()
                    .onWebSocket(socket -> socket.onFrameReceived(frame -> {
                        if (frame.text() != null && frame.text().contains("\"SYNC\"")) {
                            syncs.add(frame.text());
                        }
                    }));
            window.open(address("/page.html", room, "secret")).await("window.session && session.model");
            if (syncs.stream().anyMatch(sync -> sync.contains("\"snapshotTime\""))) {
                return window;
            }
            window.close();
        }
        throw new AssertionError("no snapshot was announced: " + syncs);
    }

    /** Waits until the reflector has stored a file below such a folder. */
    private void awaitFile(Chromium.Window window, String folder) {
        window.page().waitForCondition(() -> {
            try (var files = Files.walk(data)) {
                return files.anyMatch(
                        file -> Files.isRegularFile(file) && file.toString().contains(folder));
            } catch (IOException | UncheckedIOException e) {
                return false; // a file was renamed while we looked
            }
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = CLIENTS)
    void theSessionSurvivesTheDeathOfTheServer(String name, String version, String bundle) {
        pages.put("/client.js", NpmPackage.fetch(name, version).text(bundle));
        Chromium.Window ann = join("room2");
        publish(ann, "add", "7");
        awaitTotal(7, ann);
        int port = server.port();
        server.kill();
        server = ServerProcess.start(data, port);

        Chromium.Window bob = join("room2");
        awaitTotal(7, bob);
        ann.await("window.session && session.model && session.model.people.length >= 1");
        publish(bob, "add", "8");
        awaitTotal(15, bob);
        ann.await("session.model && session.model.total === 15");
        assertThat(state(ann)).isEqualTo(state(bob));
    }

    @ParameterizedTest
    @CsvSource(textBlock = CLIENTS)
    void persistentDataCrossesAChangeOfTheModelsCode(String name, String version, String bundle) {
        pages.put("/client.js", NpmPackage.fetch(name, version).text(bundle));
        List<String> sent = new CopyOnWriteArrayList<>();
        try (Chromium.Window ann = chromium.window()) {
            ann.page().onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(String.valueOf(frame.text()))));
            ann.open(address("/page.html", "room3", "secret"))
                    .await("window.session && session.model && window.synced");
            publish(ann, "add", "42");
            awaitTotal(42, ann);
            String first = (String) ann.evaluate("session.id");
            publish(ann, "save", "null");
            awaitFile(ann, "/save/");
            ann.page().waitForCondition(() -> sent.stream().anyMatch(frame -> frame.contains("\"SAVE\"")));
            // What the reflector sends back of the same connection's next frame, it sends after it took the one before.
            publish(ann, "add", "1");
            awaitTotal(43, ann);
            Chromium.Window changed = join("/changed.html", "room3", "secret").await("window.session && session.model");
            assertThat(changed.evaluate("session.id")).isNotEqualTo(first);
            awaitTotal(42, changed);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = CLIENTS)
    void aWrongPasswordIsRefusedWithoutDisturbingTheOthers(String name, String version, String bundle) {
        pages.put("/client.js", NpmPackage.fetch(name, version).text(bundle));
        Chromium.Window ann = join("room4");
        Chromium.Window eve = join("/page.html", "room4", "wrong");
        eve.awaitConsole("password check");
        publish(ann, "add", "3");
        awaitTotal(3, ann);
        assertThat(ann.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = CLIENTS)
    void theyAreRefusedInWordsWhereTheOperatorSaysSo(String name, String version, String bundle) {
        pages.put("/client.js", NpmPackage.fetch(name, version).text(bundle));
        server.close();
        server = ServerProcess.start(data, 0, "--legacy=deny");
        Chromium.Window ann = join("/page.html", "room5", "secret");
        ann.awaitConsole("only clients that can prove their password are let in here");
        assertThat(ann.evaluate("!!window.session && !!session.model")).isEqualTo(false);
    }
}
