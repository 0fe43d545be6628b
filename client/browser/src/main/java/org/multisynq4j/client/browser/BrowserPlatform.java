package org.multisynq4j.client.browser;

import java.util.Optional;
import org.multisynq4j.client.browser.page.ConsoleLines;
import org.multisynq4j.client.browser.worker.PageWorkers;
import org.multisynq4j.client.browser.worker.WorkerKeys;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Compression;
import org.multisynq4j.client.port.Console;
import org.multisynq4j.client.port.Entropy;
import org.multisynq4j.client.port.FileCache;
import org.multisynq4j.client.port.FileStore;
import org.multisynq4j.client.port.Frames;
import org.multisynq4j.client.port.Hashing;
import org.multisynq4j.client.port.KeyDerivation;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.client.port.Transport;
import org.multisynq4j.client.port.Workers;
import org.multisynq4j.snapshot.TypeCatalog;

/** The ports of a web page, and the models that were compiled into its program. */
public final class BrowserPlatform implements Platform {
    private final ConsoleLines consoleLines = new ConsoleLines();
    private final Transport transport = new SocketTransport();
    private final FileStore files = new FetchFileStore();
    private final Clock clock = new PageClock();
    private final FileCache cache = PartCache.open(clock);
    private final Entropy entropy = new WebEntropy();
    private final Compression compression = new StreamCompression();
    private final Hashing hashing = SubtleHashing.open();
    private final Frames frames = new PageFrames();
    private final Console console = new PageConsole(consoleLines);
    private final PageWorkers pageWorkers = new PageWorkers(console);
    private final KeyDerivation keys = new WorkerKeys(pageWorkers);

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public FileStore files() {
        return files;
    }

    @Override
    public FileCache cache() {
        return cache;
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
    public Hashing hashing() {
        return hashing;
    }

    @Override
    public Frames frames() {
        return frames;
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public Workers workers() {
        return pageWorkers;
    }

    @Override
    public Optional<Class<?>> rootModel(String className) {
        return CompiledModels.root(className);
    }

    @Override
    public KeyDerivation keys() {
        return keys;
    }

    @Override
    public TypeCatalog catalog(Class<?> rootModel) {
        return CompiledModels.catalog(rootModel);
    }

    @Override
    public String codeHash(Class<?> rootModel) {
        return CompiledModels.codeHash(rootModel);
    }

    @Override
    public String target() {
        return Target.name();
    }

    /** Ends the worker that derives keys; the one of a session ends with the session. */
    public void endWorker() {
        pageWorkers.end();
    }

    /** The last lines written to the console. */
    public ConsoleLines consoleLines() {
        return consoleLines;
    }
}
