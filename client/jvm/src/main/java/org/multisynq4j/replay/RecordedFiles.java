package org.multisynq4j.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.AbsentFileException;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Compression;
import org.multisynq4j.client.port.Console;
import org.multisynq4j.client.port.Entropy;
import org.multisynq4j.client.port.FileStore;
import org.multisynq4j.client.port.Frames;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.client.port.Transport;
import org.multisynq4j.client.port.Workers;
import org.multisynq4j.client.recording.RecordingFile;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.snapshot.TypeCatalog;

/** A platform whose file server is the recording. Everything settles before the call returns; there is no network, and nobody waits. */
final class RecordedFiles implements Platform, FileStore, Compression, Clock {
    private final Map<String, byte[]> files;
    private final ModelScan scan;

    RecordedFiles(Map<String, byte[]> files, ModelScan scan) {
        this.files = files;
        this.scan = scan;
    }

    @Override
    public Promise<byte[]> get(String url, long maxBytes) {
        byte[] file = files.get(RecordingFile.path(url));
        if (file == null) {
            return Promise.failed(new AbsentFileException("the recording does not contain " + url));
        }
        if (file.length > maxBytes) {
            return Promise.failed(
                    new IOException(url + " in the recording is longer than the allowed " + maxBytes + " bytes"));
        }
        return Promise.of(file.clone());
    }

    @Override
    public Promise<Void> put(String url, byte[] body) {
        return Promise.failed(new IOException("a replay stores nothing"));
    }

    @Override
    public Promise<byte[]> compress(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            return Promise.failed(e);
        }
        return Promise.of(out.toByteArray());
    }

    @Override
    public Promise<byte[]> decompress(byte[] compressed, long maxBytes) {
        try {
            return Promise.of(unpack(compressed, maxBytes));
        } catch (IOException e) {
            return Promise.failed(e);
        }
    }

    /** Gunzip within a limit. */
    static byte[] unpack(byte[] compressed, long maxBytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            byte[] plain = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
            if (plain.length > maxBytes) {
                throw new IOException("it expands to more than the allowed " + maxBytes + " bytes");
            }
            return plain;
        }
    }

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

    @Override
    public FileStore files() {
        return this;
    }

    @Override
    public Clock clock() {
        return this;
    }

    @Override
    public Compression compression() {
        return this;
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
