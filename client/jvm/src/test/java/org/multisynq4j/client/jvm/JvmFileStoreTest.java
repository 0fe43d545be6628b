package org.multisynq4j.client.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.AbsentFileException;

@Timeout(30)
class JvmFileStoreTest {
    private final SessionThread thread = new SessionThread("test session", e -> {});
    private final JvmFileStore files = new JvmFileStore(thread, HttpClient.newHttpClient(), 10_000);
    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private HttpServer server;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        thread.close();
    }

    @Test
    void getsWhatWasPutOnTheSessionsThread() throws Exception {
        byte[] body = new byte[300_000];
        body[299_999] = 7;
        CompletableFuture<Boolean> onThread = new CompletableFuture<>();
        thread.execute(() -> files.put(base + "/files/a", body)
                .then(done -> onThread.complete(thread.isCurrent()), onThread::completeExceptionally));
        assertThat(onThread.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(await(files.get(base + "/files/a", body.length))).isEqualTo(body);
    }

    @Test
    void failsAtOneByteMoreThanAllowed() throws Exception {
        await(files.put(base + "/files/a", new byte[1_000]));
        assertThat(error(files.get(base + "/files/a", 999))).hasMessageContaining("longer than the allowed 999 bytes");
    }

    @Test
    void saysWhatTheServerAnswered() throws Exception {
        assertThat(error(files.get(base + "/missing", 10)))
                .hasMessageContaining("404")
                .hasMessageContaining("/missing");
        assertThat(error(files.put(base + "/full", new byte[1]))).hasMessageContaining("507");
        assertThat(error(files.get(base + "/moved", 10))).hasMessageContaining("302");
    }

    @Test
    void tellsAFileThatIsNotThereFromOtherFailures() throws Exception {
        for (String absent : new String[] {"/missing", "/gone"}) {
            assertThat(error(files.get(base + absent, 10))).isInstanceOf(AbsentFileException.class);
        }
        for (String other : new String[] {"/full", "/moved"}) {
            assertThat(error(files.get(base + other, 10))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysThatTheServerIsNotThereOrTheAddressIsNone() throws Exception {
        server.stop(0);
        assertThat(error(files.get(base + "/files/a", 10))).hasMessageContaining(base);
        for (String bad : new String[] {"file:///etc/passwd", "ws://x/y", "nonsense", "http:// /"}) {
            assertThat(error(files.get(bad, 10))).hasMessageContaining("not an http or https URL");
        }
    }

    @Test
    void cutsATransferThatTakesTooLong() throws Exception {
        JvmFileStore impatient = new JvmFileStore(thread, HttpClient.newHttpClient(), 100);
        assertThat(error(impatient.get(base + "/drip", 10))).hasMessageContaining("took too long");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/files/") && exchange.getRequestMethod().equals("PUT")) {
            stored.put(path, exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(201, -1);
        } else if (stored.containsKey(path)) {
            exchange.sendResponseHeaders(200, stored.get(path).length);
            exchange.getResponseBody().write(stored.get(path));
        } else if (path.equals("/drip")) {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            return;
        } else if (path.equals("/moved")) {
            exchange.getResponseHeaders().add("Location", base + "/files/a");
            exchange.sendResponseHeaders(302, -1);
        } else {
            byte[] page = "an error page".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/full") ? 507 : path.equals("/gone") ? 410 : 404, page.length);
            exchange.getResponseBody().write(page);
        }
        exchange.close();
    }

    private <T> T await(Promise<T> promise) throws Exception {
        return Futures.toCompletableFuture(promise, thread).get(10, TimeUnit.SECONDS);
    }

    private Throwable error(Promise<?> promise) throws Exception {
        try {
            await(promise);
        } catch (ExecutionException e) {
            return e.getCause();
        }
        throw new AssertionError("it did not fail");
    }
}
