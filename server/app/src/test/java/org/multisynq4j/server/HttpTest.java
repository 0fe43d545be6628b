package org.multisynq4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpTest {
    private static final int MAX_FILE = 100_000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static MultisynqServer server;

    @BeforeAll
    static void start() throws StartException {
        server = MultisynqServer.start(ServerConfig.inMemory().withFileLimits(MAX_FILE, 3 * MAX_FILE));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersThePreflightOfAWorkerWithoutOrigin() throws Exception {
        HttpResponse<byte[]> answer = exchange(request("/files/snapshots/s/x.snap")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "null")
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type"));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Access-Control-Allow-Methods"))
                .contains("PUT")
                .contains("GET");
        assertThat(header(answer, "Access-Control-Allow-Headers")).containsIgnoringCase("content-type");
    }

    @Test
    void givesBackTheExactBytesToEveryOrigin() throws Exception {
        byte[] bytes = new byte[70_000];
        new java.util.Random(1).nextBytes(bytes);
        HttpResponse<byte[]> put = put("/files/snapshots/s/a.snap", bytes);
        assertThat(put.statusCode()).isEqualTo(201);
        assertThat(header(put, "Access-Control-Allow-Origin")).isEqualTo("*");

        HttpResponse<byte[]> got = exchange(request("/files/snapshots/s/a.snap").header("Origin", "null"));
        assertThat(got.body()).isEqualTo(bytes);
        assertThat(header(got, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(got, "Cache-Control")).contains("immutable");
        assertThat(header(got, "Content-Security-Policy")).contains("sandbox");

        HttpResponse<byte[]> head =
                exchange(request("/files/snapshots/s/a.snap").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("70000");
        HttpResponse<byte[]> missing = exchange(request("/files/snapshots/s/b.snap"));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(header(missing, "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void limitsFilesExactlyDeclaredOrNot() throws Exception {
        assertThat(put("/files/limit/1", new byte[MAX_FILE - 1]).statusCode()).isEqualTo(201);
        assertThat(put("/files/limit/2", new byte[MAX_FILE]).statusCode()).isEqualTo(201);
        assertThat(put("/files/limit/3", new byte[MAX_FILE + 1]).statusCode()).isEqualTo(413);
        assertThat(putStreamed("/files/limit2/2", MAX_FILE)).isEqualTo(201);
        assertThat(putStreamed("/files/limit2/3", MAX_FILE + 1)).isEqualTo(413);
        assertThat(exchange(request("/files/limit2/3")).statusCode()).isEqualTo(404);
        assertThat(put("/files/limit/4", new byte[MAX_FILE]).statusCode()).isEqualTo(201);
        assertThat(put("/files/limit/5", new byte[2]).statusCode()).as("quota").isEqualTo(413);
    }

    @Test
    void checksNamesThatTellTheStoredBytes() throws Exception {
        String hashOfOther = "c51WBObB-12XM-U9aFsSZG9tMShZOkbeqvG8ETPwP1g";
        assertThat(put("/files/apps/a/p/data/" + hashOfOther, new byte[] {1}).statusCode())
                .isEqualTo(409);
        assertThat(put("/files/apps/a/p/save/" + hashOfOther, new byte[] {1}).statusCode())
                .isEqualTo(201);
        assertThat(put("/files/apps/a/p/save/" + hashOfOther, new byte[] {2}).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/../etc/passwd",
                "/files/a/../../b",
                "/files/a/%2e%2e/b",
                "/files/a/..%2fb",
                "/files/a%2fb",
                "/files//etc/passwd",
                "/files/.tmp/1",
                "/files/a/.hidden",
                "/files/a/b%00",
                "/files/a\\b/c",
                "/files/a;x=y/b",
                "/files/..;/a/b",
                "/files/",
                "/files/alone"
            })
    void storesNothingUnderATrickyPath(String path) throws Exception {
        String status =
                rawStatus("PUT " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx");
        assertThat(status).matches("HTTP/1.1 (400|404|405).*");
    }

    @Test
    void servesPagesCompressedAndRevalidated() throws Exception {
        HttpResponse<byte[]> page = exchange(request("/test-page/").header("Accept-Encoding", "gzip"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(page, "Content-Security-Policy")).contains("worker-src 'self' blob: data:");
        try (InputStream plain = new GZIPInputStream(new java.io.ByteArrayInputStream(page.body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).contains("A page of the tests");
        }
        HttpResponse<byte[]> again = exchange(request("/test-page/").header("If-None-Match", header(page, "ETag")));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(exchange(request("/test-page/")).body()).asString().contains("A page of the tests");
    }

    @Test
    void knowsTheTypesBrowsersInsistOn() throws Exception {
        assertThat(header(exchange(request("/test-page/app.wasm")), "Content-Type"))
                .isEqualTo("application/wasm");
        assertThat(header(exchange(request("/test-page/0123456789abcdef/app.js")), "Content-Type"))
                .startsWith("text/javascript");
        assertThat(header(exchange(request("/test-page/0123456789abcdef/app.js")), "Cache-Control"))
                .contains("immutable");
        assertThat(header(exchange(request("/test-page/app.wasm?v=1")), "Cache-Control"))
                .as("asked for with its version, as the page's worker is")
                .contains("immutable");
    }

    @Test
    void leadsToTheDirectoryOfAnApplication() throws Exception {
        HttpResponse<byte[]> answer = exchange(request("/test-page?target=js"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location"))
                .as("relative, because of proxies that serve us below a path of their own")
                .isEqualTo("test-page/?target=js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no-such",
                "/../logback-test.xml",
                "/%2e%2e/logback-test.xml",
                "/test-page//index.html",
                "/test-page/./index.html"
            })
    void findsNothingElse(String path) throws Exception {
        assertThat(rawStatus("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .matches("HTTP/1.1 (400|404).*");
    }

    @Test
    void answersHeadAsGetWithoutTheBody() throws Exception {
        HttpResponse<byte[]> head = exchange(request("/test-page/").method("HEAD", BodyPublishers.noBody()));
        HttpResponse<byte[]> get = exchange(request("/test-page/"));
        assertThat(head.statusCode()).isEqualTo(200);
        for (String name : new String[] {"Content-Type", "Content-Length", "ETag", "Cache-Control"}) {
            assertThat(header(head, name)).as(name).isNotEmpty().isEqualTo(header(get, name));
        }
        assertThat(head.body()).isEmpty();
    }

    @Test
    void leadsPeopleFromAMissingPageToTheSamples() throws Exception {
        HttpResponse<byte[]> page = exchange(request("/a/b/no-such").header("Accept", "text/html,*/*"));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(page.body()).asString().contains("no such page").contains("href='../../'");
        assertThat(exchange(request("/no-such").header("Accept", "text/html")).body())
                .asString()
                .contains("href='./'");
        assertThat(exchange(request("/a/<script>".replace("<", "%3C").replace(">", "%3E"))
                                .header("Accept", "text/html"))
                        .body())
                .asString()
                .doesNotContain("script");
        assertThat(header(exchange(request("/app.js")), "Content-Type")).startsWith("text/plain");
    }

    @Test
    void saysThatAProxyDroppedTheUpgrade() throws Exception {
        HttpResponse<byte[]> answer = exchange(request("/reflector/session"));
        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.body()).asString().contains("Upgrade and Connection");
    }

    @Test
    void tellsItsStateAndLimits() throws Exception {
        assertThat(exchange(request("/healthz")).body()).asString().isEqualTo("ok\n");
        assertThat(exchange(request("/readyz")).statusCode()).isEqualTo(200);
        assertThat(exchange(request("/limits")).body())
                .asString()
                .contains("FRAME_CHARS")
                .contains("queuedBytes")
                .contains("\"durability\" : \"group\"");
    }

    private static HttpResponse<byte[]> put(String path, byte[] bytes) throws Exception {
        return exchange(request(path)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    /** Without Content-Length. */
    private static int putStreamed(String path, int size) throws Exception {
        return exchange(request(path)
                        .PUT(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[size]))))
                .statusCode();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    private static HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Sends a request as it is: HTTP clients tidy paths up. */
    private static String rawStatus(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
