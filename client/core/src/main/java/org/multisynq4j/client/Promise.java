package org.multisynq4j.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A value that comes later, on one thread: no locks, no executors, callbacks run inside the call that settles it (or at once if it is settled).
 *
 * <p>Errors travel as values; a callback that throws fails the promise it feeds. {@code CompletableFuture} does not exist in the browser build.
 */
public final class Promise<T> {
    private enum State {
        PENDING,
        RESOLVED,
        FAILED
    }

    private State state = State.PENDING;
    private T value;
    private Throwable error;
    private List<Runnable> waiting = new ArrayList<>(2);

    /** A promise that is already resolved. */
    public static <T> Promise<T> of(T value) {
        Promise<T> promise = new Promise<>();
        promise.resolve(value);
        return promise;
    }

    /** A promise that has already failed. */
    public static <T> Promise<T> failed(Throwable error) {
        Promise<T> promise = new Promise<>();
        promise.fail(error);
        return promise;
    }

    /** Settles it with a value; ignored if it is settled. */
    public void resolve(T result) {
        if (state == State.PENDING) {
            value = result;
            settle(State.RESOLVED);
        }
    }

    /** Settles it with an error; ignored if it is settled. */
    public void fail(Throwable cause) {
        if (state == State.PENDING) {
            error = cause;
            settle(State.FAILED);
        }
    }

    private void settle(State settled) {
        state = settled;
        List<Runnable> callbacks = waiting;
        waiting = List.of();
        callbacks.forEach(Runnable::run);
    }

    /** Calls one of the two when settled. */
    public void then(Consumer<? super T> onValue, Consumer<? super Throwable> onError) {
        Runnable callback = () -> {
            if (state == State.RESOLVED) {
                onValue.accept(value);
            } else {
                onError.accept(error);
            }
        };
        if (state == State.PENDING) {
            waiting.add(callback);
        } else {
            callback.run();
        }
    }

    /** The promise of {@code next} applied to the value. */
    public <R> Promise<R> map(Function<? super T, ? extends R> next) {
        Promise<R> result = new Promise<>();
        then(
                v -> {
                    R mapped;
                    try {
                        mapped = next.apply(v);
                    } catch (RuntimeException e) {
                        result.fail(e);
                        return;
                    }
                    result.resolve(mapped);
                },
                result::fail);
        return result;
    }

    /** The promise that {@code next} returns for the value. */
    public <R> Promise<R> flatMap(Function<? super T, Promise<R>> next) {
        Promise<R> result = new Promise<>();
        then(
                v -> {
                    Promise<R> inner;
                    try {
                        inner = next.apply(v);
                    } catch (RuntimeException e) {
                        result.fail(e);
                        return;
                    }
                    inner.then(result::resolve, result::fail);
                },
                result::fail);
        return result;
    }

    /** True once it has a value or an error. */
    public boolean isSettled() {
        return state != State.PENDING;
    }
}
