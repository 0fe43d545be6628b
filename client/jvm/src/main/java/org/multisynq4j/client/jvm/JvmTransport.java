package org.multisynq4j.client.jvm;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.multisynq4j.client.port.Transport;

/** WebSockets of {@code java.net.http}. */
public final class JvmTransport implements Transport, AutoCloseable {
    /** How long a connection may take to open. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

    private final SessionThread thread;
    private final HttpClient http;
    private final Limits limits;
    private final Set<WebSocket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param maxFrameChars a longer text frame closes the connection
     * @param closeTimeoutMs how long a closed connection waits for the server to agree before it is cut
     * @param silenceMs a server silent for so long is sent a ping, and is given up if it stays silent for as long again
     */
    public record Limits(int maxFrameChars, double closeTimeoutMs, double silenceMs) {
        /** 64 Mi characters, 3 s, 4 s. */
        public static final Limits DEFAULT = new Limits(64 << 20, 3_000, 4_000);
    }

    public JvmTransport(SessionThread thread, HttpClient http, Limits limits) {
        this.thread = thread;
        this.http = http;
        this.limits = limits;
    }

    @Override
    public Connection connect(String url, Listener listener) {
        SocketConnection connection = new SocketConnection(thread, listener, limits, sockets::remove);
        CompletableFuture<WebSocket> opening;
        try {
            opening = http.newWebSocketBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .buildAsync(URI.create(url), connection.incoming());
        } catch (IllegalArgumentException e) {
            opening = CompletableFuture.failedFuture(new IllegalArgumentException("not a ws or wss URL: " + url, e));
        }
        opening.whenComplete((socket, error) -> {
            if (socket != null) {
                sockets.add(socket);
                cutIfClosed();
            }
            thread.execute(() -> connection.opened(socket, error));
        });
        return connection;
    }

    /** Cuts all connections without a word, also those just opening; for when the session's thread has ended. May be called from any thread. */
    @Override
    public void close() {
        closed = true;
        cutIfClosed();
    }

    /** True when no connection is open or closing. */
    boolean isIdle() {
        return sockets.isEmpty();
    }

    private void cutIfClosed() {
        if (closed) {
            sockets.forEach(WebSocket::abort);
        }
    }
}
