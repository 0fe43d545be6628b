package org.multisynq4j.reflector.loopback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.multisynq4j.reflector.Input;
import org.multisynq4j.reflector.Output;
import org.multisynq4j.reflector.ReflectorSettings;
import org.multisynq4j.reflector.SessionStatus;
import org.multisynq4j.reflector.store.SessionStore;

/**
 * Many sessions in one thread. Everything happens inside the calls of connections, of the store and of the scheduler's tasks; listeners are called synchronously, in
 * order, but never while a state machine is in a turn.
 */
public final class Loopback {
    private final ReflectorSettings settings;
    private final Scheduler scheduler;
    private final SessionStore store;
    private final Predicate<String> files;
    private final Supplier<String> timelines;
    private final Map<String, LoopbackSession> sessions = new LinkedHashMap<>();
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final List<Output.Note> notes = new ArrayList<>();
    private boolean running;

    /**
     * @param store not used if the settings are not durable
     * @param files whether a path below {@code files} exists
     * @param timelines makes a text never made before
     */
    public Loopback(
            ReflectorSettings settings,
            Scheduler scheduler,
            SessionStore store,
            Predicate<String> files,
            Supplier<String> timelines) {
        this.settings = settings;
        this.scheduler = scheduler;
        this.store = store;
        this.files = files;
        this.timelines = timelines;
    }

    /** Connects a client; it is expected to send JOIN. */
    public Connection connect(String sessionId, String baseUrl, Listener listener) {
        LoopbackPeer peer = new LoopbackPeer(this, sessionId, listener);
        feed(session(sessionId), new Input.Connected(peer, baseUrl));
        return peer;
    }

    private LoopbackSession session(String sessionId) {
        return sessions.computeIfAbsent(
                sessionId, id -> new LoopbackSession(this, id, timelines.get(), settings, scheduler, store, files));
    }

    /** All sessions lose their state and their connections at once, as if the process had been killed; what the store has stays. */
    public void crash() {
        List<LoopbackSession> dead = List.copyOf(sessions.values());
        sessions.clear();
        turns.clear();
        dead.forEach(LoopbackSession::kill);
        run();
    }

    /** Ends all sessions in order, as a server does before it stops. */
    public void drain() {
        for (LoopbackSession session : List.copyOf(sessions.values())) {
            feed(session, new Input.Drain());
        }
    }

    /** The state of a session, if it is loaded. */
    public Optional<SessionStatus> status(String sessionId) {
        return Optional.ofNullable(sessions.get(sessionId)).map(LoopbackSession::status);
    }

    /** Everything noted so far. */
    public List<Output.Note> notes() {
        return List.copyOf(notes);
    }

    void note(Output.Note note) {
        notes.add(note);
    }

    void unloaded(LoopbackSession session) {
        sessions.remove(session.id(), session);
    }

    void fromPeer(String sessionId, Input input) {
        LoopbackSession session = sessions.get(sessionId);
        if (session != null) {
            feed(session, input);
        }
    }

    void feed(LoopbackSession session, Input input) {
        later(() -> session.turn(input));
    }

    /** Runs a step after the steps already waiting; at once if none is running. */
    void later(Runnable step) {
        turns.add(step);
        run();
    }

    private void run() {
        if (running) {
            return;
        }
        running = true;
        try {
            while (!turns.isEmpty()) {
                turns.remove().run();
            }
        } finally {
            running = false;
        }
    }
}
