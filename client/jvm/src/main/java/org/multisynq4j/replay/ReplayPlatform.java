package org.multisynq4j.replay;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.jvm.Gzip;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Compression;
import org.multisynq4j.client.port.Console;
import org.multisynq4j.client.port.Entropy;
import org.multisynq4j.client.port.FileStore;
import org.multisynq4j.client.port.Frames;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.client.port.Transport;
import org.multisynq4j.client.port.Workers;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.snapshot.TypeCatalog;

/** A platform whose file server is the recording. Everything settles before the call returns; there is no network, and nobody waits. */
final class ReplayPlatform implements Platform {
    private final FileStore files;
    private final ModelScan scan;

    ReplayPlatform(Map<String, byte[]> files, ModelScan scan) {
        this.files = new RecordedFiles(files);
        this.scan = scan;
    }

    private enum Impatience implements Clock {
        CLOCK;

        @Override
        public double nowMs() {
            return System.nanoTime() / 1e6;
        }

        @Override
        public double epochMs() {
            return System.currentTimeMillis();
        }

        /** At once: whoever waits here waits for a server to recover. */
        @Override
        public Timer schedule(double delayMs, Runnable task) {
            task.run();
            return () -> {};
        }
    }

    private enum AtOnce implements Compression {
        GZIP;

        @Override
        public Promise<byte[]> compress(byte[] plain) {
            return Promise.of(Gzip.pack(plain));
        }

        @Override
        public Promise<byte[]> decompress(byte[] compressed, long maxBytes) {
            try {
                return Promise.of(Gzip.unpack(compressed, maxBytes));
            } catch (IOException e) {
                return Promise.failed(e);
            }
        }
    }

    @Override
    public FileStore files() {
        return files;
    }

    @Override
    public Clock clock() {
        return Impatience.CLOCK;
    }

    @Override
    public Compression compression() {
        return AtOnce.GZIP;
    }

    @Override
    public Workers workers() {
        return Workers.NONE;
    }

    @Override
    public Optional<Class<?>> rootModel(String className) {
        return Optional.empty();
    }

    @Override
    public TypeCatalog catalog(Class<?> rootModel) {
        return scan.catalog();
    }

    @Override
    public String codeHash(Class<?> rootModel) {
        return scan.codeHash();
    }

    @Override
    public String target() {
        return "jvm";
    }

    @Override
    public Transport transport() {
        throw offline();
    }

    @Override
    public Entropy entropy() {
        throw offline();
    }

    @Override
    public Frames frames() {
        throw offline();
    }

    @Override
    public Console console() {
        throw offline();
    }

    private static UnsupportedOperationException offline() {
        return new UnsupportedOperationException("a replay has files, a clock and compression, nothing else");
    }
}
