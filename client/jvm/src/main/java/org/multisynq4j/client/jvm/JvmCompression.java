package org.multisynq4j.client.jvm;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.Compression;

/** Gzip, on helper threads so that the session's thread goes on with its ticks. */
public final class JvmCompression implements Compression {
    private final SessionThread thread;
    private final Executor workers;

    /** @param workers runs the work itself */
    public JvmCompression(SessionThread thread, Executor workers) {
        this.thread = thread;
        this.workers = workers;
    }

    @Override
    public Promise<byte[]> compress(byte[] plain) {
        return later(() -> Gzip.pack(plain));
    }

    @Override
    public Promise<byte[]> decompress(byte[] compressed, long maxBytes) {
        return later(() -> Gzip.unpack(compressed, maxBytes));
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
