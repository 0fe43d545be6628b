package org.multisynq4j.parity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Firefox that runs bundles and returns what they print. Playwright cannot drive a distribution's Firefox, so its one page asks a small server for the next
 * bundle, runs it in a frame and posts what it printed.
 */
final class Firefox implements AutoCloseable {
    private static final long RUN_LIMIT_S = 1800;
    private static final long ASK_AGAIN_S = 20;
    private static final String CONTROLLER = """
            <!doctype html><body><script>
            async function runAll() {
              for (;;) {
                const next = await fetch('/next');
                if (next.status !== 200) continue;
                const frame = document.createElement('iframe');
                const done = new Promise(resolve => window.done = resolve);
                frame.src = await next.text();
                document.body.append(frame);
                await done;
                frame.remove();
              }
            }
            runAll();
            </script>""";
    private static final String COLLECTOR = """
            <script>{
              const lines = [];
              console.log = console.info = console.error = text => {
                lines.push(text);
                if (text === 'END') fetch('/output/NUMBER', {method: 'POST', body: lines.slice(0, -1).join('\\n')}).then(() => parent.done());
              };
            }</script>""";
    private static final String PREFERENCES = """
            user_pref("dom.max_script_run_time", 0);
            user_pref("app.update.enabled", false);
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("browser.aboutwelcome.enabled", false);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
            """;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Process process;
    private final BlockingQueue<String> next = new LinkedBlockingQueue<>();
    private final Map<String, Path> directories = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<List<String>>> results = new ConcurrentHashMap<>();
    private int runs;

    private Firefox(String executable) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, 200, "text/html", CONTROLLER));
        server.createContext("/next", this::next);
        server.createContext("/run/", this::file);
        server.createContext("/output/", this::output);
        server.start();
        Path profile = Files.createTempDirectory("firefox");
        Files.writeString(profile.resolve("user.js"), PREFERENCES);
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        process = new ProcessBuilder(executable, "--headless", "--no-remote", "--profile", profile.toString(), address)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log.txt").toFile())
                .start();
    }

    /** Starts it, if it is installed: {@code $FIREFOX}, {@code firefox-esr} or {@code firefox} on the path. */
    static Optional<Firefox> startIfInstalled() throws IOException {
        Optional<String> executable = Stream.of(System.getenv().getOrDefault("FIREFOX", "firefox-esr"), "firefox")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(path -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
        return executable.isPresent() ? Optional.of(new Firefox(executable.get())) : Optional.empty();
    }

    /** Loads the bundle's page and returns the lines its main class printed until it ended. */
    List<String> run(Bundle bundle, String... arguments) throws Exception {
        String number = Integer.toString(runs++);
        CompletableFuture<List<String>> result = new CompletableFuture<>();
        directories.put(number, bundle.directory());
        results.put(number, result);
        next.add("/run/" + number + "/index.html" + Bundle.query(arguments));
        return result.get(RUN_LIMIT_S, TimeUnit.SECONDS);
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            String path = next.poll(ASK_AGAIN_S, TimeUnit.SECONDS);
            answer(exchange, path == null ? 204 : 200, "text/plain", path == null ? "" : path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void file(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        Path file = directories.get(path[2]).resolve(path[3]);
        if (path[3].equals("index.html")) {
            answer(exchange, 200, "text/html", COLLECTOR.replace("NUMBER", path[2]) + Files.readString(file));
        } else {
            answer(exchange, 200, Bundle.mediaType(path[3]), Files.readAllBytes(file));
        }
    }

    private void output(HttpExchange exchange) throws IOException {
        String number = exchange.getRequestURI().getPath().split("/")[2];
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answer(exchange, 204, "text/plain", "");
        results.get(number).complete(text.lines().toList());
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        answer(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        server.stop(0);
        threads.shutdownNow();
    }
}
