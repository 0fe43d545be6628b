package org.multisynq4j.server.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.reflector.Output;
import org.multisynq4j.reflector.ReflectedSession;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sessions of the server, spread over shards. Thread-safe. */
public final class Sessions implements Shell {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final SessionStore store;
    private final Predicate<String> hasFile;
    private final Function<String, ReflectedSession> machines;
    private final SocketLimits limits;
    private final List<Shard> shards = new ArrayList<>();
    private final ExecutorService disk = Executors.newFixedThreadPool(2, task -> daemon(task, "file-check"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "socket-timer"));
    private final AtomicInteger connections = new AtomicInteger();
    private final SaveWatch saves = new SaveWatch();
    private volatile boolean draining;

    /**
     * Starts the shards.
     *
     * @param store where sessions live
     * @param hasFile whether a path below {@code files} is stored; may block
     * @param machines makes the state machine of a session id
     */
    public Sessions(
            SessionStore store,
            Predicate<String> hasFile,
            Function<String, ReflectedSession> machines,
            SocketLimits limits,
            int shardCount) {
        this.store = store;
        this.hasFile = hasFile;
        this.machines = machines;
        this.limits = limits;
        for (int i = 0; i < shardCount; i++) {
            shards.add(new Shard("shard-" + i, this::abortLater));
        }
    }

    /** Open connections. */
    public int connections() {
        return connections.get();
    }

    /** Bounds of every socket. */
    public SocketLimits limits() {
        return limits;
    }

    /** Asks every session to save itself and its clients to reconnect; returns when all did or the time is up. */
    public boolean drain(int patienceMs) throws InterruptedException {
        draining = true;
        for (Shard shard : shards) {
            shard.submit(() -> List.copyOf(shard.sessions().values()).forEach(SessionHost::drain));
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
        boolean empty = false;
        while (!empty && System.nanoTime() < end) {
            empty = countSessions() == 0;
            if (!empty) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        return empty;
    }

    /** Sessions in memory. */
    public int countSessions() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(shards.size());
        for (Shard shard : shards) {
            shard.submit(() -> {
                count.addAndGet(shard.sessions().size());
                done.countDown();
            });
        }
        done.await();
        return count.get();
    }

    /** Ends all threads; sockets are no longer served. */
    public void stop() {
        shards.forEach(Shard::stop);
        disk.shutdown();
        timer.shutdownNow();
    }

    /** A connection to a session was opened. */
    Connection open(String sessionId, Wire wire, String peerName, String baseUrl) {
        return new Connection(sessionId, new SocketPeer(wire, peerName, limits), baseUrl);
    }

    @Override
    public SessionStore store() {
        return store;
    }

    @Override
    public void saving(PersistedVersion version) {
        saves.saved(version).ifPresent(log::warn);
    }

    @Override
    public void checkFiles(Output.CheckFile check, Consumer<Boolean> answer) {
        disk.execute(() -> answer.accept(
                hasFile.test(check.path()) && check.parts().stream().allMatch(hasFile)));
    }

    @Override
    public void abortLater(SocketPeer peer) {
        schedule(peer::abort, limits.closeGraceMs());
    }

    private void schedule(Runnable task, int delayMs) {
        if (!timer.isShutdown()) {
            timer.schedule(task, delayMs, TimeUnit.MILLISECONDS);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What a transport reports about one connection, from any thread, one call at a time. */
    final class Connection {
        private final Shard shard;
        private final SocketPeer peer;
        private Optional<SessionHost> host = Optional.empty(); // shard thread only
        private volatile boolean closed;

        private Connection(String sessionId, SocketPeer peer, String baseUrl) {
            this.shard = shards.get(Math.floorMod(sessionId.hashCode(), shards.size()));
            this.peer = peer;
            connections.incrementAndGet();
            shard.submit(() -> connect(sessionId, baseUrl));
            schedule(this::ping, limits.pingDelayMs());
        }

        /** A whole text frame came. */
        void received(String text) {
            int bytes = text.length();
            if (closed) {
                return;
            }
            if (!peer.received(bytes)) {
                closed = true;
                refuse(CloseReason.RATE_EXCEEDED);
                return;
            }
            shard.submit(() -> {
                peer.handled(bytes);
                host.ifPresent(session -> session.received(peer, text));
            });
        }

        /** A frame of a kind the protocol does not know, or too long. */
        void refuse(CloseReason reason) {
            shard.submit(() -> {
                peer.close(reason);
                abortLater(peer);
            });
        }

        /** Anything else came that shows somebody is there. */
        void alive() {
            shard.submit(() -> host.ifPresent(session -> session.alive(peer)));
        }

        /** The connection is gone. */
        void disconnected(int code) {
            closed = true;
            connections.decrementAndGet();
            shard.submit(() -> host.ifPresent(session -> session.disconnected(peer, code)));
        }

        private void connect(String sessionId, String baseUrl) {
            if (sessionId.isEmpty() || draining) {
                peer.close(sessionId.isEmpty() ? CloseReason.OUTDATED_PROTOCOL : CloseReason.GOING_AWAY);
                abortLater(peer);
                return;
            }
            SessionHost session = shard.sessions()
                    .computeIfAbsent(sessionId, id -> new SessionHost(id, machines.apply(id), shard, Sessions.this));
            host = Optional.of(session);
            session.connected(peer, baseUrl);
        }

        private void ping() {
            if (!closed) {
                peer.ping();
                schedule(this::ping, limits.pingEveryMs());
            }
        }
    }
}
