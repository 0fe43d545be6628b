package org.multisynq4j.parity;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real Chromium that runs bundles and returns what they print. */
final class Browser implements AutoCloseable {
    private static final String END = "END";
    private static final double RUN_LIMIT_MS = 1_800_000;

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser chromium;

    Browser() {
        String executable = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(executable))
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
        chromium = playwright.chromium().launch(options);
    }

    /** Loads the bundle's page and returns the lines its main class printed until it ended. */
    List<String> run(Bundle bundle, String... arguments) throws IOException {
        return run(bundle, "", arguments);
    }

    /** The same in a worker, which has a smaller stack. */
    List<String> runInWorker(Bundle bundle, String... arguments) throws IOException {
        return run(bundle, "#worker", arguments);
    }

    private List<String> run(Bundle bundle, String fragment, String[] arguments) throws IOException {
        String query = Bundle.query(arguments);
        HttpServer server = serve(bundle.directory());
        List<String> lines = new ArrayList<>();
        try (Page page = chromium.newPage()) {
            page.setDefaultTimeout(RUN_LIMIT_MS);
            page.onConsoleMessage(message -> lines.add(message.text()));
            page.waitForConsoleMessage(
                    new Page.WaitForConsoleMessageOptions().setPredicate(Browser::isEnd),
                    () -> page.navigate(
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/index.html" + query + fragment));
        } finally {
            server.stop(0);
        }
        lines.remove(END);
        return lines;
    }

    private static boolean isEnd(ConsoleMessage message) {
        return message.text().equals(END);
    }

    private static HttpServer serve(Path directory) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = directory.resolve(exchange.getRequestURI().getPath().substring(1));
            boolean found = Files.isRegularFile(file);
            exchange.getResponseHeaders().add("Content-Type", Bundle.mediaType(file.toString()));
            byte[] body = found ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(
                    found ? 200 : file.endsWith("favicon.ico") ? 204 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
