package org.multisynq4j.client.jvm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.Compression;

/** Gzip, on helper threads so that the session's thread goes on with its ticks. */
public final class JvmCompression implements Compression {
    private static final int BUFFER_BYTES = 1 << 16;

    private final SessionThread thread;
    private final Executor workers;

    /** @param workers runs the work itself */
    public JvmCompression(SessionThread thread, Executor workers) {
        this.thread = thread;
        this.workers = workers;
    }

    @Override
    public Promise<byte[]> compress(byte[] plain) {
        return later(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
            try (GZIPOutputStream gzip = new GZIPOutputStream(out, BUFFER_BYTES)) {
                gzip.write(plain);
            }
            return out.toByteArray();
        });
    }

    @Override
    public Promise<byte[]> decompress(byte[] compressed, long maxBytes) {
        return later(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed), BUFFER_BYTES)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if ((long) out.size() + read > maxBytes) {
                        throw new IOException("compressed data of " + compressed.length
                                + " bytes expands to more than the allowed " + maxBytes + " bytes");
                    }
                    out.write(buffer, 0, read);
                }
            }
            return out.toByteArray();
        });
    }

    private Promise<byte[]> later(Callable<byte[]> work) {
        Promise<byte[]> promise = new Promise<>();
        workers.execute(() -> {
            try {
                byte[] result = work.call();
                thread.execute(() -> promise.resolve(result));
            } catch (Exception | OutOfMemoryError e) {
                thread.execute(() -> promise.fail(e));
            }
        });
        return promise;
    }
}
