package org.multisynq4j.client.jvm;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.multisynq4j.client.port.Transport;

/** WebSockets of {@code java.net.http}. */
public final class JvmTransport implements Transport {
    /** How long a connection may take to open. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

    private final SessionThread thread;
    private final HttpClient http;
    private final Limits limits;

    /**
     * @param maxFrameChars a longer text frame closes the connection
     * @param closeTimeoutMs how long a closed connection waits for the server to agree before it is cut
     */
    public record Limits(int maxFrameChars, double closeTimeoutMs) {
        /** 64 Mi characters, 3 s. */
        public static final Limits DEFAULT = new Limits(64 << 20, 3_000);
    }

    public JvmTransport(SessionThread thread, HttpClient http, Limits limits) {
        this.thread = thread;
        this.http = http;
        this.limits = limits;
    }

    @Override
    public Connection connect(String url, Listener listener) {
        SocketConnection connection = new SocketConnection(thread, listener, limits);
        CompletableFuture<WebSocket> opening;
        try {
            opening = http.newWebSocketBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .buildAsync(URI.create(url), connection.incoming());
        } catch (IllegalArgumentException e) {
            opening = CompletableFuture.failedFuture(new IllegalArgumentException("not a ws or wss URL: " + url, e));
        }
        opening.whenComplete((socket, error) -> thread.execute(() -> connection.opened(socket, error)));
        return connection;
    }
}
