package org.multisynq4j.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client that speaks frames, and knows nothing of models. */
final class RawClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PATIENCE_S = 20;

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final WebSocket socket;

    private RawClient(String url, boolean reads, Map<String, String> headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        headers.forEach(builder::header);
        socket = builder.buildAsync(URI.create(url), new Listener(reads)).join();
    }

    /** Connects to a session. */
    static RawClient connect(MultisynqServer server, String sessionId) {
        return at(server.url(), "/reflector/" + sessionId);
    }

    /** Connects to any path. */
    static RawClient at(String serverUrl, String path) {
        return with(serverUrl, path, Map.of());
    }

    /** Connects with more headers, as a proxy adds them. */
    static RawClient with(String serverUrl, String path, Map<String, String> headers) {
        return new RawClient(serverUrl.replace("http:", "ws:") + path, true, headers);
    }

    /** Connects and never reads. */
    static RawClient deaf(MultisynqServer server, String sessionId) {
        return new RawClient(server.url().replace("http:", "ws:") + "/reflector/" + sessionId, false, Map.of());
    }

    /** Joins and waits for SYNC. */
    JsonNode join(String user) throws InterruptedException {
        sendJoin(user);
        return await("SYNC");
    }

    void sendJoin(String user) {
        text("{\"id\":\"x\",\"action\":\"JOIN\",\"args\":{\"name\":\"app/room\",\"apiKey\":\"none\",\"appId\":\"app\","
                + "\"persistentId\":\"pid\",\"url\":\"http://localhost/\",\"sdk\":\"1.1.0\",\"developerId\":\"d\","
                + "\"version\":1,\"user\":\"" + user + "\",\"ticks\":{\"tick\":50,\"delay\":0},\"tove\":\"tove-" + user
                + "\",\"codeHash\":\"c\"}}");
    }

    void send(String payload) {
        text("{\"id\":\"x\",\"action\":\"SEND\",\"args\":[0,0,\"" + payload + "\",0]}");
    }

    void text(String frame) {
        try {
            socket.sendText(frame, true).join();
        } catch (java.util.concurrent.CompletionException e) {
            // the server closed first; the test looks at the close code
        }
    }

    void binary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** The next frame with this action; skips others. */
    JsonNode await(String action) throws InterruptedException {
        return await(frame -> frame.path("action").asText().equals(action), action);
    }

    /** The next message with this payload. */
    JsonNode awaitMessage(String payload) throws InterruptedException {
        return await(
                frame -> frame.path("action").asText().equals("RECV")
                        && frame.path("args").path(2).asText().equals(payload),
                "message " + payload.substring(0, Math.min(30, payload.length())));
    }

    JsonNode await(Predicate<JsonNode> wanted, String what) throws InterruptedException {
        while (true) {
            JsonNode frame = frames.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no " + what + "; closed: " + closeCode.getNow(null));
            }
            if (wanted.test(frame)) {
                return frame.path("args");
            }
        }
    }

    int awaitClose() {
        return closeCode.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closeCode.isDone();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();
        private final boolean reads;

        private Listener(boolean reads) {
            this.reads = reads;
        }

        @Override
        public void onOpen(WebSocket opened) {
            if (reads) {
                opened.request(Long.MAX_VALUE);
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                try {
                    frames.add(JSON.readTree(partial.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                partial.setLength(0);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closeCode.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closeCode.complete(1006);
        }
    }
}
