package org.multisynq4j.reflector.loopback;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.reflector.Input;
import org.multisynq4j.reflector.Output;
import org.multisynq4j.reflector.Peer;
import org.multisynq4j.reflector.ReflectedSession;
import org.multisynq4j.reflector.ReflectorSettings;
import org.multisynq4j.reflector.SessionStatus;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionStore;
import org.multisynq4j.reflector.store.StoredSession;

/** Carries inputs to one state machine and its outputs to peers, store and scheduler. */
final class LoopbackSession implements SessionStore.Listener {
    private final Loopback loopback;
    private final String id;
    private final ReflectedSession machine;
    private final Scheduler scheduler;
    private final SessionStore store;
    private final Predicate<String> files;
    private final Set<LoopbackPeer> peers = new LinkedHashSet<>();
    private long wakeUps;
    private boolean dead;

    LoopbackSession(
            Loopback loopback,
            String id,
            String freshTimeline,
            ReflectorSettings settings,
            Scheduler scheduler,
            SessionStore store,
            Predicate<String> files) {
        this.loopback = loopback;
        this.id = id;
        this.machine = new ReflectedSession(id, freshTimeline, "secret of " + freshTimeline, settings);
        this.scheduler = scheduler;
        this.store = store;
        this.files = files;
    }

    String id() {
        return id;
    }

    SessionStatus status() {
        return machine.status();
    }

    void turn(Input input) {
        if (dead) {
            return;
        }
        if (input instanceof Input.Connected connected && connected.peer() instanceof LoopbackPeer peer) {
            peers.add(peer);
        } else if (input instanceof Input.Disconnected disconnected) {
            peers.removeIf(peer -> peer == disconnected.peer());
        }
        // Carried out after the turn: a listener may answer at once, and the machine must not be entered twice.
        List<Output> outputs = new ArrayList<>();
        machine.handle(input, scheduler.nowMs(), outputs::add);
        outputs.forEach(this::carryOut);
    }

    private void carryOut(Output output) {
        if (output instanceof Output.Send send) {
            send.to().forEach(peer -> deliver(peer, send.text()));
        } else if (output instanceof Output.Close close) {
            close(close.peer(), close.reason());
        } else if (output instanceof Output.Write write) {
            store.write(id, write.index(), write.write(), this);
        } else if (output instanceof Output.Load load) {
            store.load(load.sessionId(), load.appId(), load.persistentId(), this);
        } else if (output instanceof Output.CheckFile check) {
            loopback.feed(this, new Input.FileChecked(check.path(), exists(check)));
        } else if (output instanceof Output.WakeAt wake) {
            wakeAt(wake.nowMs());
        } else if (output instanceof Output.Unload) {
            dead = true;
            loopback.unloaded(this);
        } else if (output instanceof Output.Note note) {
            loopback.note(note);
        }
    }

    private boolean exists(Output.CheckFile check) {
        return files.test(check.path()) && check.parts().stream().allMatch(files);
    }

    private static void deliver(Peer peer, String text) {
        if (peer instanceof LoopbackPeer client) {
            client.deliver(text);
        }
    }

    private static void close(Peer peer, CloseReason reason) {
        if (peer instanceof LoopbackPeer client) {
            client.closeByServer(reason);
        }
    }

    private void wakeAt(double nowMs) {
        long wakeUp = ++wakeUps;
        scheduler.at(nowMs, () -> {
            // A later request has replaced this one.
            if (wakeUp == wakeUps) {
                loopback.feed(this, new Input.Timer());
            }
        });
    }

    void kill() {
        dead = true;
        for (LoopbackPeer peer : List.copyOf(peers)) {
            peer.closeByServer(CloseReason.CONNECTION_LOST);
        }
    }

    @Override
    public void loaded(Optional<StoredSession> stored, Optional<PersistedVersion> persisted) {
        loopback.feed(this, new Input.Loaded(stored, persisted));
    }

    @Override
    public void written(long upToIndex) {
        loopback.feed(this, new Input.Written(upToIndex));
    }

    @Override
    public void failed(String problem) {
        loopback.feed(this, new Input.StoreFailed(problem));
    }
}
