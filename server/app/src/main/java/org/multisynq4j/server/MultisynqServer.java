package org.multisynq4j.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.UnresolvedAddressException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.reflector.ReflectedSession;
import org.multisynq4j.reflector.ReflectorSettings;
import org.multisynq4j.server.http.FileRoutes;
import org.multisynq4j.server.http.PageRoutes;
import org.multisynq4j.server.http.StatusRoutes;
import org.multisynq4j.server.http.UploadGuard;
import org.multisynq4j.server.socket.JettyTransport;
import org.multisynq4j.server.socket.Sessions;
import org.multisynq4j.store.files.FilePath;
import org.multisynq4j.store.files.SnapshotSweeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server: reflector, files and pages at one port.
 *
 * <pre>{@code
 * try (MultisynqServer server = MultisynqServer.start(ServerConfig.inMemory())) {
 *     … server.url() …
 * }
 * }</pre>
 */
public final class MultisynqServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MultisynqServer.class);
    private static final int MAX_SHARDS = 4;
    private static final int HTTP_THREADS = 200;
    private static final int IDLE_THREADS = 8;
    private static final int TIMELINE_BITS = 64;
    private static final int SECRET_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ServerConfig config;
    private final Storage storage;
    private final Sessions sessions;
    private final PageRoutes pages = new PageRoutes("public");
    private final Javalin http;
    private final ScheduledExecutorService sweeping =
            Executors.newSingleThreadScheduledExecutor(MultisynqServer::sweeperThread);
    private volatile boolean stopping;

    private MultisynqServer(ServerConfig config, Storage storage) {
        this.config = config;
        this.storage = storage;
        ReflectorSettings settings =
                ReflectorSettings.standard().withLimits(config.limits()).withLegacy(config.legacy());
        this.sessions = new Sessions(
                storage.sessions(),
                storage::has,
                id -> new ReflectedSession(id, random(TIMELINE_BITS), random(SECRET_BITS), settings),
                config.socketLimits(),
                Math.max(1, Math.min(MAX_SHARDS, Runtime.getRuntime().availableProcessors())));
        this.http = Javalin.create(this::configure);
    }

    /** Starts a server; returns when it accepts connections. */
    public static MultisynqServer start(ServerConfig config) throws StartException {
        MultisynqServer server = new MultisynqServer(config, Storage.open(config));
        try {
            JavalinLogger.enabled = false; // what it says of a port that is taken, the exception says better
            try {
                server.http.start();
            } finally {
                JavalinLogger.enabled = true;
            }
            server.sweeping.scheduleWithFixedDelay(
                    server::sweep,
                    SnapshotSweeper.SWEEP_EVERY_MS,
                    SnapshotSweeper.SWEEP_EVERY_MS,
                    TimeUnit.MILLISECONDS);
            return server;
        } catch (RuntimeException e) {
            server.close();
            if (e instanceof JavalinBindException
                    || e instanceof UnresolvedAddressException
                    || e.getCause() instanceof IOException) {
                throw new StartException(
                        StartException.Cause.PORT,
                        "cannot listen at " + config.host() + ":" + config.port() + ": " + ListenProblem.of(e),
                        e);
            }
            throw e;
        }
    }

    /** The port in use. */
    public int port() {
        return http.port();
    }

    /** Scheme, host and port, without a slash at the end. */
    public String url() {
        String host = config.host();
        return "http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port();
    }

    /** Whether the application {@code name} has a page. */
    public boolean hasApp(String name) {
        return pages.hasApp(name);
    }

    /** Open WebSocket connections. */
    public int connections() {
        return sessions.connections();
    }

    /** Saves all sessions, asks their clients to reconnect, closes everything. Safe to call twice. */
    @Override
    public synchronized void close() {
        if (stopping) {
            return;
        }
        stopping = true;
        try {
            if (!sessions.drain(config.drainMs())) {
                log.warn("not all sessions were saved within {} ms; the journal has their events", config.drainMs());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            http.stop();
        } catch (RuntimeException e) {
            log.warn("some requests were cut off: {}", e.getMessage()); // the store must be closed all the same
        }
        sessions.stop();
        sweeping.shutdownNow();
        try {
            storage.close();
        } catch (IOException e) {
            log.error("closing the store: {}", e.getMessage());
        }
    }

    private void configure(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.http.compressionStrategy = CompressionStrategy.NONE; // pages are compressed once, ciphertext never
        javalin.jetty.host = config.host();
        javalin.jetty.port = config.port();
        javalin.jetty.threadPool = threads();
        javalin.jetty.modifyServer(server -> {
            server.setStopTimeout(1_000);
            new JettyTransport(sessions, config.limits()).install(server);
        });
        new StatusRoutes(this::problem, limits()).register(javalin.routes);
        new FileRoutes(storage.files(), new UploadGuard(storage.keys()), storage.sweeper()::touch)
                .register(javalin.routes);
        pages.register(javalin.routes);
    }

    private void sweep() {
        try {
            storage.sweeper().sweep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops
        } catch (RuntimeException e) {
            log.error("deleting old snapshots failed; it is tried again", e);
        }
    }

    private static Thread sweeperThread(Runnable task) {
        Thread thread = new Thread(task, "snapshot-sweeper");
        thread.setDaemon(true);
        return thread;
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(HTTP_THREADS, IDLE_THREADS);
        threads.setName("http");
        return threads;
    }

    private Optional<String> problem() {
        return stopping ? Optional.of("stopping") : storage.problem();
    }

    private Map<String, ?> limits() {
        Map<String, Integer> protocol = new LinkedHashMap<>();
        for (Limit limit : Limit.values()) {
            protocol.put(limit.name(), config.limits().of(limit));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("protocol", protocol);
        all.put("socket", config.socketLimits());
        all.put(
                "files",
                Map.of(
                        "maxBytes",
                        config.filesMaxBytes(),
                        "quotaBytes",
                        config.filesQuotaBytes(),
                        "concurrentUploads",
                        FileRoutes.MAX_CONCURRENT_UPLOADS,
                        "nameChars",
                        FilePath.MAX_LENGTH));
        all.put("legacy", config.legacy() ? "allow" : "deny");
        all.put("durability", config.durability().name().toLowerCase(Locale.ROOT));
        return all;
    }

    private static String random(int bits) {
        return new BigInteger(bits, RANDOM).toString(36);
    }
}
