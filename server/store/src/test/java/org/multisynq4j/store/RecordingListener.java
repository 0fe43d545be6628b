package org.multisynq4j.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionStore;
import org.multisynq4j.reflector.store.StoredSession;

/** Collects what a store answers. */
final class RecordingListener implements SessionStore.Listener {
    record Answer(Optional<StoredSession> stored, Optional<PersistedVersion> persisted) {}

    private static final int PATIENCE_S = 20;

    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();
    private final List<Long> written = new ArrayList<>();

    @Override
    public void loaded(Optional<StoredSession> stored, Optional<PersistedVersion> persisted) {
        answers.add(new Answer(stored, persisted));
    }

    @Override
    public synchronized void written(long upToIndex) {
        written.add(upToIndex);
        notifyAll();
    }

    @Override
    public void failed(String problem) {
        problems.add(problem);
    }

    Answer answer() throws InterruptedException {
        Answer answer = answers.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("no answer to a load; problems: " + problems);
        }
        return answer;
    }

    String problem() throws InterruptedException {
        String problem = problems.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (problem == null) {
            throw new AssertionError("no failure was reported; written: " + written());
        }
        return problem;
    }

    synchronized void awaitWritten(long index) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (written.isEmpty() || written.get(written.size() - 1) < index) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("index " + index + " was not acknowledged: " + written + " " + problems);
            }
            wait(left);
        }
    }

    synchronized List<Long> written() {
        return List.copyOf(written);
    }

    boolean hasFailed() {
        return !problems.isEmpty();
    }
}
