package org.multisynq4j.reflector;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.multisynq4j.reflector.loopback.VirtualTime;
import org.multisynq4j.reflector.store.MemoryStore;
import org.multisynq4j.reflector.store.SessionStore;
import org.multisynq4j.reflector.store.StoreWrite;

/** A store that takes its time, acknowledges in batches, and loses what was underway when the process is killed (or keeps it without having said so). */
final class LateStore implements SessionStore {
    private record Underway(String sessionId, long index, StoreWrite write, Listener listener) {}

    private final MemoryStore memory = new MemoryStore();
    private final VirtualTime time;
    private final Random random;
    private final Deque<Underway> underway = new ArrayDeque<>();
    private double stalledUntilMs;

    LateStore(VirtualTime time, Random random) {
        this.time = time;
        this.random = random;
    }

    @Override
    public void load(String sessionId, String appId, String persistentId, Listener listener) {
        time.at(Math.max(stalledUntilMs, time.nowMs() + random.nextInt(40)), () -> {
            takeAll(underway.size());
            memory.load(sessionId, appId, persistentId, listener);
        });
    }

    @Override
    public void write(String sessionId, long index, StoreWrite write, Listener listener) {
        underway.add(new Underway(sessionId, index, write, listener));
        time.at(time.nowMs() + random.nextInt(60), () -> takeAll(random.nextInt(underway.size() + 1)));
        time.at(time.nowMs() + 100, () -> takeAll(underway.size()));
    }

    /** For a while nothing is stored. */
    void stall(double ms) {
        stalledUntilMs = time.nowMs() + ms;
    }

    private void takeAll(int count) {
        if (time.nowMs() < stalledUntilMs) {
            time.at(stalledUntilMs, () -> takeAll(underway.size()));
            return;
        }
        long last = 0;
        Listener listener = null;
        for (int i = 0; i < count && !underway.isEmpty(); i++) {
            Underway next = underway.remove();
            memory.apply(next.sessionId(), next.write());
            last = next.index();
            listener = next.listener();
        }
        if (listener != null) {
            listener.written(last);
        }
    }

    /** The process is killed: some of what was underway has reached the disk, the rest has not. */
    void forgetWhatIsUnderway() {
        int kept = random.nextInt(underway.size() + 1);
        for (int i = 0; i < kept; i++) {
            Underway next = underway.remove();
            memory.apply(next.sessionId(), next.write());
        }
        underway.clear();
        stalledUntilMs = 0;
    }
}
