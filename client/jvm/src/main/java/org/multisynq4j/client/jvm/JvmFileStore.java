package org.multisynq4j.client.jvm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.AbsentFileException;
import org.multisynq4j.client.port.FileStore;

/** Files over HTTP. One attempt each; whether to try again is the core's decision. */
public final class JvmFileStore implements FileStore {
    /** How long one transfer may take, answer and body together, unless said otherwise. */
    public static final double DEFAULT_TIMEOUT_MS = 120_000;

    private final SessionThread thread;
    private final HttpClient http;
    private final double timeoutMs;
    private final AtomicInteger uploads = new AtomicInteger();

    /**
     * @param http should not follow redirects: a file has one address
     * @param timeoutMs a longer transfer is cut and fails
     */
    public JvmFileStore(SessionThread thread, HttpClient http, double timeoutMs) {
        this.thread = thread;
        this.http = http;
        this.timeoutMs = timeoutMs;
    }

    @Override
    public Promise<byte[]> get(String url, long maxBytes) {
        return send(
                "GET",
                url,
                HttpRequest.Builder::GET,
                info -> success(info.statusCode())
                        ? new BoundedBody(maxBytes)
                        : BodySubscribers.replacing(new byte[0]));
    }

    @Override
    public Promise<Void> put(String url, byte[] body) {
        uploads.incrementAndGet();
        Promise<Void> stored = send(
                "PUT",
                url,
                request -> request.header("Content-Type", "application/octet-stream")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(body)),
                HttpResponse.BodyHandlers.discarding());
        stored.then(done -> uploads.decrementAndGet(), error -> uploads.decrementAndGet());
        return stored;
    }

    @Override
    public Promise<Boolean> exists(String url) {
        Promise<Boolean> result = new Promise<>();
        send(
                        "HEAD",
                        url,
                        request -> request.method("HEAD", HttpRequest.BodyPublishers.noBody()),
                        HttpResponse.BodyHandlers.discarding())
                .then(there -> result.resolve(true), error -> result.resolve(false));
        return result;
    }

    /** True if nothing is being stored: the process may end without anything being cut. */
    boolean isIdle() {
        return uploads.get() == 0;
    }

    private <T> Promise<T> send(
            String method, String url, UnaryOperator<HttpRequest.Builder> fill, BodyHandler<T> handler) {
        HttpRequest request;
        try {
            request = fill.apply(HttpRequest.newBuilder(URI.create(url))).build();
        } catch (IllegalArgumentException e) {
            return Promise.failed(new IOException(method + " " + url + ": not an http or https URL", e));
        }
        Promise<T> promise = new Promise<>();
        CompletableFuture<HttpResponse<T>> transfer = http.sendAsync(request, handler);
        // The request's own timeout would end with the headers; a body that drips has to be cut as well.
        Runnable keep = thread.schedule(timeoutMs, () -> transfer.cancel(true));
        transfer.whenComplete((response, error) -> thread.execute(() -> {
            keep.run();
            settle(promise, method + " " + withoutProof(url), response, error);
        }));
        return promise;
    }

    /** What lets a member store files is not for logs. */
    private static String withoutProof(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private static <T> void settle(Promise<T> promise, String what, HttpResponse<T> response, Throwable error) {
        if (error != null) {
            Throwable cause =
                    error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
            String why = cause instanceof CancellationException ? "it took too long" : cause.toString();
            promise.fail(new IOException(what + " failed: " + why, cause));
        } else if (!success(response.statusCode())) {
            String message = what + " failed: the file server answered " + response.statusCode();
            boolean absent = AbsentFileException.isSaidBy(response.statusCode());
            promise.fail(absent ? new AbsentFileException(message) : new IOException(message));
        } else {
            promise.resolve(response.body());
        }
    }

    private static boolean success(int status) {
        return status >= 200 && status < 300;
    }
}
