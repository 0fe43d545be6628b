package org.multisynq4j.client.jvm;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Compression;
import org.multisynq4j.client.port.Console;
import org.multisynq4j.client.port.Entropy;
import org.multisynq4j.client.port.FileStore;
import org.multisynq4j.client.port.Frames;
import org.multisynq4j.client.port.KeyDerivation;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.client.port.Transport;
import org.multisynq4j.client.port.Workers;
import org.multisynq4j.model.Model;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.snapshot.TypeCatalog;

/**
 * The ports of one participant on the JVM, around a session thread of its own. {@link #close} ends them all.
 *
 * <p>What a task on the session's thread throws is written to the console as an error.
 */
public final class JvmPlatform implements Platform, AutoCloseable {
    /** Frame interval of a participant that never updates views. */
    public static final double NO_FRAMES = 0;

    private static final double IDLE_CHECK_MS = 5;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

    /** One for the process: a thousand bots need no thousand selectors, and the JDK of our language level cannot close a client. */
    private static final class Shared {
        static final ExecutorService WORKERS = Executors.newCachedThreadPool(task -> {
            Thread worker = new Thread(task, "multisynq worker");
            worker.setDaemon(true);
            return worker;
        });
        static final HttpClient HTTP = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(WORKERS)
                .build();
    }

    /** Class files do not change while the process runs, and a scan takes some tens of milliseconds. */
    private static final Map<Class<?>, ModelScan> SCANS = new ConcurrentHashMap<>();

    private final Console console;
    private final Map<String, Class<?>> rootModels = new ConcurrentHashMap<>();
    private final Set<JvmWorker> started = ConcurrentHashMap.newKeySet();
    private final SessionThread thread;
    private final JvmTransport transport;
    private final JvmFileStore files;
    private final Clock clock;
    private final Entropy entropy = new JvmEntropy();
    private final Compression compression;
    private final Frames frames;
    private final KeyDerivation keys;

    /** A platform without frames that logs to SLF4J. */
    public JvmPlatform() {
        this(new LogConsole(), NO_FRAMES);
    }

    /** @param frameIntervalMs how often views are updated, or {@link #NO_FRAMES} */
    public JvmPlatform(Console console, double frameIntervalMs) {
        this(
                console,
                frameIntervalMs,
                "multisynq session",
                Map.of(),
                e -> console.log(Console.Level.ERROR, Stack.trace(e)));
    }

    /** For a worker of another platform: knows the same root models. */
    JvmPlatform(Console console, String threadName, JvmPlatform owner, Consumer<Throwable> onError) {
        this(console, NO_FRAMES, threadName, owner.rootModels, onError);
    }

    private JvmPlatform(
            Console console,
            double frameIntervalMs,
            String threadName,
            Map<String, Class<?>> rootModels,
            Consumer<Throwable> onError) {
        this.console = console;
        this.rootModels.putAll(rootModels);
        thread = new SessionThread(threadName, onError);
        transport = new JvmTransport(thread, Shared.HTTP, JvmTransport.Limits.DEFAULT);
        files = new JvmFileStore(thread, Shared.HTTP, JvmFileStore.DEFAULT_TIMEOUT_MS);
        clock = new JvmClock(thread);
        compression = new JvmCompression(thread, Shared.WORKERS);
        keys = new JvmKeyDerivation(thread, Shared.WORKERS);
        frames = frameIntervalMs == NO_FRAMES ? JvmFrames.never(clock) : JvmFrames.every(frameIntervalMs, clock);
    }

    /** The thread on which everything of this participant must happen. */
    public SessionThread thread() {
        return thread;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public FileStore files() {
        return files;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Entropy entropy() {
        return entropy;
    }

    @Override
    public Compression compression() {
        return compression;
    }

    @Override
    public Frames frames() {
        return frames;
    }

    @Override
    public Console console() {
        return console;
    }

    /** One thread more for each worker. */
    @Override
    public Workers workers() {
        return listener -> {
            JvmWorker worker = new JvmWorker(thread, console, this, listener);
            started.removeIf(JvmWorker::isClosed);
            started.add(worker);
            return Optional.of(worker);
        };
    }

    /** Those that were asked for by class on this platform: two class loaders may have classes of one name. */
    @Override
    public Optional<Class<?>> rootModel(String className) {
        return Optional.ofNullable(rootModels.get(className));
    }

    @Override
    public KeyDerivation keys() {
        return keys;
    }

    @Override
    public TypeCatalog catalog(Class<?> rootModel) {
        rootModels.put(rootModel.getName(), rootModel);
        return scan(rootModel).catalog();
    }

    @Override
    public String codeHash(Class<?> rootModel) {
        return scan(rootModel).codeHash();
    }

    @Override
    public String target() {
        return "jvm";
    }

    /** Ends the threads. A session should have been left before; connections still open are cut without a word. */
    @Override
    public void close() {
        started.forEach(JvmWorker::close);
        thread.close();
        transport.close();
    }

    /**
     * Ends the thread once all connections have said good-bye and nothing is being stored, which takes as long as the server does, at most a few seconds. May be called from any thread; the
     * future completes just before the thread ends.
     */
    CompletableFuture<Void> closeWhenIdle() {
        CompletableFuture<Void> idle = new CompletableFuture<>();
        thread.execute(() -> closeWhenIdle(idle));
        return idle;
    }

    private void closeWhenIdle(CompletableFuture<Void> idle) {
        if (transport.isIdle() && files.isIdle()) {
            idle.complete(null);
            close();
        } else {
            thread.schedule(IDLE_CHECK_MS, () -> closeWhenIdle(idle));
        }
    }

    private static ModelScan scan(Class<?> rootModel) {
        return SCANS.computeIfAbsent(
                rootModel, root -> ModelScan.of(root.asSubclass(Model.class)).orThrow());
    }
}
