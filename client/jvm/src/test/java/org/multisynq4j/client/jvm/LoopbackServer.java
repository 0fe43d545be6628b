package org.multisynq4j.client.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.reflector.ReflectorSettings;
import org.multisynq4j.reflector.loopback.Connection;
import org.multisynq4j.reflector.loopback.Listener;
import org.multisynq4j.reflector.loopback.Loopback;
import org.multisynq4j.reflector.loopback.Scheduler;
import org.multisynq4j.reflector.store.MemoryStore;

/**
 * The reflector's state machine behind real sockets, and a file server: what a client needs, in the test's own process. As an extension of a test it is closed after
 * it, and must have had no errors.
 */
public final class LoopbackServer implements AutoCloseable, AfterEachCallback {
    public final Map<String, byte[]> files = new ConcurrentHashMap<>();
    public final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private final SessionThread thread = new SessionThread("loopback server", errors::add);
    private final JvmClock clock = new JvmClock(thread);
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<Socket> sockets = new ArrayList<>();
    private final Loopback reflector;
    private int timelines;

    public LoopbackServer() throws IOException {
        this(ReflectorSettings.standard());
    }

    public LoopbackServer(ReflectorSettings settings) throws IOException {
        Scheduler scheduler = new Scheduler() {
            @Override
            public double nowMs() {
                return clock.nowMs();
            }

            @Override
            public void at(double nowMs, Runnable task) {
                if (nowMs < Double.POSITIVE_INFINITY) {
                    clock.schedule(nowMs - clock.nowMs(), task);
                }
            }
        };
        reflector = new Loopback(settings, scheduler, new MemoryStore(), path -> true, () -> "timeline" + ++timelines);
        http.createContext("/", this::file);
        http.start();
        daemon(this::accept);
    }

    /** For a field of a test class, which is made anew for each test. */
    public static LoopbackServer started() {
        try {
            return new LoopbackServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        close();
        assertThat(errors).isEmpty();
    }

    public ServerAddress address() {
        return new ServerAddress("ws://127.0.0.1:" + server.getLocalPort() + "/reflector", base() + "/files");
    }

    private String base() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Cuts every connection, as a broken network does. */
    void cut() throws IOException {
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        http.stop(0);
        cut();
        thread.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                synchronized (sockets) {
                    sockets.add(socket);
                }
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            thread.close();
        }
    }

    private void serve(Socket accepted) {
        Connection[] connection = new Connection[1];
        try {
            ServerSideSocket socket = new ServerSideSocket(accepted);
            String path = socket.path();
            String sessionId = path.substring(path.lastIndexOf('/') + 1);
            thread.execute(() -> connection[0] = reflector.connect(sessionId, base(), toClient(socket)));
            while (true) {
                ServerSideSocket.Frame frame = socket.read();
                if (frame.opcode() == ServerSideSocket.CLOSE) {
                    thread.execute(() -> connection[0].close(frame.closeCode()));
                    socket.closeFrame(frame.closeCode(), frame.closeReason());
                } else if (frame.opcode() == ServerSideSocket.PING) {
                    socket.frame(ServerSideSocket.PONG, true, frame.payload());
                } else {
                    thread.execute(() -> connection[0].send(frame.text()));
                }
            }
        } catch (IOException lost) {
            thread.execute(() -> connection[0].close(1006));
        }
    }

    private static Listener toClient(ServerSideSocket socket) {
        return new Listener() {
            @Override
            public void received(String text) {
                write(() -> socket.text(text));
            }

            @Override
            public void closed(int code, String reason) {
                write(() -> socket.closeFrame(code, reason));
            }
        };
    }

    private interface Write {
        void run() throws IOException;
    }

    private static void write(Write write) {
        try {
            write.run();
        } catch (IOException lost) {
            // The reading thread sees the same end and tells the reflector.

        }
    }

    private void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            files.put(path, exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(201, -1);
        } else if (files.containsKey(path)) {
            exchange.sendResponseHeaders(200, files.get(path).length);
            exchange.getResponseBody().write(files.get(path));
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private static void daemon(Runnable task) {
        Thread started = new Thread(task, "loopback server socket");
        started.setDaemon(true);
        started.setUncaughtExceptionHandler((t, e) -> {
            throw new UncheckedIOException(new IOException(e));
        });
        started.start();
    }
}
