package org.multisynq4j.server.socket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.multisynq4j.protocol.CloseReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread and the sessions it owns. A turn: the tasks that are waiting, the timers that are due, then one write per
 * socket that got something.
 */
final class Shard {
    private static final Logger log = LoggerFactory.getLogger(Shard.class);
    private static final int TASKS_PER_TURN = 1024;

    /** A wake-up; entries that are no longer a session's latest wish are ignored when they come up. */
    private record Alarm(double atMs, SessionHost host) {}

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>((a, b) -> Double.compare(a.atMs(), b.atMs()));
    private final Map<String, SessionHost> sessions = new HashMap<>();
    private final List<SocketPeer> dirty = new ArrayList<>();
    private final Consumer<SocketPeer> closed;
    private boolean running = true;

    /** {@code closed} is told of a peer that the shard had to close. */
    Shard(String name, Consumer<SocketPeer> closed) {
        this.closed = closed;
        Thread thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs a task on the shard's thread, after those submitted before. Any thread. */
    void submit(Runnable task) {
        tasks.add(task);
    }

    /** Ends the thread after the tasks submitted before. Any thread. */
    void stop() {
        submit(() -> running = false);
    }

    /** Sessions by id; shard thread only. */
    Map<String, SessionHost> sessions() {
        return sessions;
    }

    /** Shard thread only. */
    void wakeAt(double atMs, SessionHost host) {
        alarms.add(new Alarm(atMs, host));
    }

    /** The peer has something to write at the end of this turn; shard thread only. */
    void markDirty(SocketPeer peer) {
        dirty.add(peer);
    }

    /** Monotonic milliseconds. */
    static double nowMs() {
        return System.nanoTime() / 1e6;
    }

    private void run() {
        List<Runnable> turn = new ArrayList<>();
        while (running) {
            try {
                await(turn);
            } catch (InterruptedException e) {
                return; // only the end of the process interrupts this thread
            }
            for (Runnable task : turn) {
                guarded(task);
            }
            turn.clear();
            fireAlarms();
            flush();
        }
    }

    private void await(List<Runnable> turn) throws InterruptedException {
        Runnable first = tasks.poll();
        if (first == null) {
            Alarm next = alarms.peek();
            first = next == null
                    ? tasks.take()
                    : tasks.poll(Math.max(0, (long) ((next.atMs() - nowMs()) * 1e6) + 1), TimeUnit.NANOSECONDS);
        }
        if (first != null) {
            turn.add(first);
            tasks.drainTo(turn, TASKS_PER_TURN - 1);
        }
    }

    private void fireAlarms() {
        double now = nowMs();
        while (!alarms.isEmpty() && alarms.peek().atMs() <= now) {
            Alarm alarm = alarms.poll();
            guarded(() -> alarm.host().alarm(alarm.atMs()));
        }
    }

    private void flush() {
        for (int i = 0; i < dirty.size(); i++) {
            SocketPeer peer = dirty.get(i);
            guarded(() -> {
                if (!peer.flush()) {
                    log.info("{} is too slow and asked to reconnect", peer);
                    peer.close(CloseReason.TOO_SLOW);
                    closed.accept(peer);
                }
            });
        }
        dirty.clear();
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | StackOverflowError e) {
            log.error("a session's turn failed", e); // one session's mistake must not stop the others of its shard
        }
    }
}
