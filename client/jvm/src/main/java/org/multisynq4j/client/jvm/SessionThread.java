package org.multisynq4j.client.jvm;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one thread on which a participant's core runs. Tasks run one after the other, in the order given; a task that throws is reported and does not stop the next.
 *
 * <p>All methods may be called from any thread. After {@link #close} nothing more starts; tasks handed in then are dropped.
 */
public final class SessionThread implements AutoCloseable {
    private static final double NANOS_PER_MS = 1e6;

    /**
     * More than any browser has, measured in calls of a model (docs/determinism.md): what browsers can execute, a participant on the JVM can, too. Memory is taken as it is
     * used.
     */
    private static final long STACK_BYTES = 4 << 20;

    private final ScheduledThreadPoolExecutor executor;
    private final Consumer<Throwable> onError;
    private volatile Thread thread;

    /**
     * @param name the thread's name in dumps and logs
     * @param onError told what a task threw, on this thread
     */
    public SessionThread(String name, Consumer<Throwable> onError) {
        this.onError = onError;
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread created = new Thread(null, task, name, STACK_BYTES);
            created.setDaemon(true);
            thread = created;
            return created;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs the task soon. */
    public void execute(Runnable task) {
        schedule(0, task);
    }

    /** Runs the task after at least {@code delayMs}; the result cancels it. */
    public Runnable schedule(double delayMs, Runnable task) {
        ScheduledFuture<?> pending;
        try {
            pending = executor.schedule(
                    () -> guarded(task), Math.round(Math.max(0, delayMs) * NANOS_PER_MS), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
        return () -> pending.cancel(false);
    }

    /** True on the thread itself. */
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Stops after the running task. Does not wait, so that a task may close its own thread. */
    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            onError.accept(e);
        }
    }
}
