package org.multisynq4j.client.jvm;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.PreparedJoin;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.SessionState;
import org.multisynq4j.client.error.LostConnectionException;
import org.multisynq4j.client.error.SessionException;

/**
 * A session that any thread may use: bots, tests, batch jobs.
 *
 * <pre>{@code
 * try (JvmSession bot = JvmSession.join(Join.app("com.example.chat").…).get()) {
 *     bot.run(session -> session.publish("chat", "post", "hello"));
 *     bot.until(session -> session.model(ChatModel.class).lines().size() > 3).get(10, SECONDS);
 *     int lines = bot.get(session -> session.model(ChatModel.class).lines().size());
 * }
 * }</pre>
 *
 * <p>What is handed to {@link #run}, {@link #call}, {@link #get} and {@link #until} runs on the session's one thread, between its steps: it must be short, must
 * not wait, and must not let the model out (copy what is needed).
 */
public final class JvmSession implements AutoCloseable {
    /** How often {@link #until} looks. */
    private static final double LOOK_INTERVAL_MS = 5;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final JvmPlatform platform;
    private final Session session;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private JvmSession(JvmPlatform platform, Session session) {
        this.platform = platform;
        this.session = session;
        session.onState(state -> {
            if (state == SessionState.LEFT) {
                finish();
            }
        });
    }

    /** Joins with a platform of its own that logs to SLF4J and has no frames. */
    public static CompletableFuture<JvmSession> join(Join<?> join) {
        return join(new JvmPlatform(), join);
    }

    /**
     * Joins; the platform serves this session only and is closed with it. The future fails with a {@link SessionException}; cancelling it does not stop the
     * attempt.
     */
    public static CompletableFuture<JvmSession> join(JvmPlatform platform, Join<?> join) {
        CompletableFuture<JvmSession> future = new CompletableFuture<>();
        platform.thread().execute(() -> join.withPassword()
                .then(ready -> begin(platform, ready, future), error -> refused(platform, error, future)));
        return future;
    }

    private static void begin(JvmPlatform platform, Join<?> join, CompletableFuture<JvmSession> future) {
        try {
            Session.prepare(platform, join)
                    .then(prepared -> begin(platform, prepared, future), error -> refused(platform, error, future));
        } catch (Error e) {
            refused(platform, e, future);
        }
    }

    private static void begin(JvmPlatform platform, PreparedJoin prepared, CompletableFuture<JvmSession> future) {
        JvmSession made;
        try {
            made = new JvmSession(platform, prepared.begin());
        } catch (RuntimeException | Error e) {
            refused(platform, e, future);
            return;
        }
        made.session.joined().then(joined -> future.complete(made), error -> {
            future.completeExceptionally(error);
            made.session.leave();
            made.finish();
        });
    }

    private static void refused(JvmPlatform platform, Throwable error, CompletableFuture<JvmSession> future) {
        future.completeExceptionally(error);
        platform.closeWhenIdle();
    }

    /** Runs the action soon; what it throws goes to the platform's console. */
    public void run(Consumer<Session> action) {
        platform.thread().execute(() -> action.accept(session));
    }

    /** Runs the action soon; the future has what it returned or threw. Fails at once if the session has ended. */
    public <T> CompletableFuture<T> call(Function<Session, T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        failWhenEnded(result);
        platform.thread().execute(() -> settle(result, action));
        return result;
    }

    /** As {@link #call}, and waits for the result. On the session's own thread it runs at once. */
    public <T> T get(Function<Session, T> action) {
        return platform.thread().isCurrent()
                ? action.apply(session)
                : call(action).join();
    }

    /** Completes when the condition holds; looked at every few milliseconds. Fails if it throws or the session ends before. */
    public CompletableFuture<Void> until(Predicate<Session> condition) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        failWhenEnded(result);
        platform.thread().execute(() -> look(condition, result));
        return result;
    }

    /** Completes when the session has been left and its thread is about to end; fails if an error ended it. */
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /** Leaves and waits until what was sent is on its way, at most {@code 10 s}. On the session's own thread it does not wait. */
    @Override
    public void close() {
        run(Session::leave);
        if (!platform.thread().isCurrent()) {
            ended.handle((done, error) -> done)
                    .completeOnTimeout(null, CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            platform.close();
        }
    }

    private void look(Predicate<Session> condition, CompletableFuture<Void> result) {
        if (result.isDone()) {
            return;
        }
        try {
            if (condition.test(session)) {
                result.complete(null);
            } else {
                platform.thread().schedule(LOOK_INTERVAL_MS, () -> look(condition, result));
            }
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private <T> void settle(CompletableFuture<T> result, Function<Session, T> action) {
        try {
            result.complete(action.apply(session));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private void failWhenEnded(CompletableFuture<?> waiting) {
        ended.whenComplete((done, error) -> waiting.completeExceptionally(
                error != null ? error : new LostConnectionException("the session has been left")));
    }

    /** The session is over; the connection may still be sending its last frames. */
    private void finish() {
        platform.closeWhenIdle().whenComplete((done, never) -> session.problem()
                .ifPresentOrElse(ended::completeExceptionally, () -> ended.complete(null)));
    }
}
