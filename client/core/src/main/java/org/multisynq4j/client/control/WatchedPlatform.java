package org.multisynq4j.client.control;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Compression;
import org.multisynq4j.client.port.Console;
import org.multisynq4j.client.port.Entropy;
import org.multisynq4j.client.port.FileCache;
import org.multisynq4j.client.port.FileStore;
import org.multisynq4j.client.port.Frames;
import org.multisynq4j.client.port.Hashing;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.client.port.Transport;
import org.multisynq4j.client.port.Workers;
import org.multisynq4j.snapshot.TypeCatalog;

/** A platform that tells somebody of every file fetched through it, from the server or this device, as it came: sealed. */
final class WatchedPlatform implements Platform, FileStore {
    private final Platform platform;
    private final BiConsumer<String, byte[]> fetched;

    WatchedPlatform(Platform platform, BiConsumer<String, byte[]> fetched) {
        this.platform = platform;
        this.fetched = fetched;
    }

    @Override
    public Promise<byte[]> get(String url, long maxBytes) {
        return platform.files().get(url, maxBytes).map(file -> {
            fetched.accept(url, file);
            return file;
        });
    }

    @Override
    public Promise<Void> put(String url, byte[] body) {
        return platform.files().put(url, body);
    }

    @Override
    public Promise<Boolean> exists(String url) {
        return platform.files().exists(url);
    }

    @Override
    public FileStore files() {
        return this;
    }

    @Override
    public FileCache cache() {
        FileCache cache = platform.cache();
        return new FileCache() {
            @Override
            public Promise<Optional<byte[]>> get(String url) {
                return cache.get(url).map(cached -> {
                    cached.ifPresent(file -> fetched.accept(url, file));
                    return cached;
                });
            }

            @Override
            public void put(String url, byte[] file) {
                cache.put(url, file);
            }
        };
    }

    @Override
    public Transport transport() {
        return platform.transport();
    }

    @Override
    public Clock clock() {
        return platform.clock();
    }

    @Override
    public Entropy entropy() {
        return platform.entropy();
    }

    @Override
    public Compression compression() {
        return platform.compression();
    }

    @Override
    public Hashing hashing() {
        return platform.hashing();
    }

    @Override
    public Frames frames() {
        return platform.frames();
    }

    @Override
    public Console console() {
        return platform.console();
    }

    @Override
    public Workers workers() {
        return platform.workers();
    }

    @Override
    public Optional<Class<?>> rootModel(String className) {
        return platform.rootModel(className);
    }

    @Override
    public TypeCatalog catalog(Class<?> rootModel) {
        return platform.catalog(rootModel);
    }

    @Override
    public String codeHash(Class<?> rootModel) {
        return platform.codeHash(rootModel);
    }

    @Override
    public String target() {
        return platform.target();
    }
}
