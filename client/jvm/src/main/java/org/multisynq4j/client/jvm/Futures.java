package org.multisynq4j.client.jvm;

import java.util.concurrent.CompletableFuture;
import org.multisynq4j.client.Promise;

/** Bridges from the core's promises, which belong to one thread, to futures, which belong to all. */
public final class Futures {
    private Futures() {}

    /** A future with the promise's result. May be called from any thread; the future completes on the session's thread. */
    public static <T> CompletableFuture<T> toCompletableFuture(Promise<T> promise, SessionThread thread) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Runnable subscribe = () -> promise.then(future::complete, future::completeExceptionally);
        if (thread.isCurrent()) {
            subscribe.run();
        } else {
            thread.execute(subscribe);
        }
        return future;
    }
}
