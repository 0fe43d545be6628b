package org.multisynq4j.server.socket;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.reflector.Input;
import org.multisynq4j.reflector.Output;
import org.multisynq4j.reflector.Peer;
import org.multisynq4j.reflector.ReflectedSession;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionStore;
import org.multisynq4j.reflector.store.StoreWrite;
import org.multisynq4j.reflector.store.StoredSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries inputs to one session's state machine and its outputs out. Shard thread only, except the store's answers. */
final class SessionHost implements SessionStore.Listener {
    private static final Logger log = LoggerFactory.getLogger("org.multisynq4j.session");

    private final String sessionId;
    private final ReflectedSession machine;
    private final Shard shard;
    private final Shell shell;
    private final Set<SocketPeer> peers = new HashSet<>();
    private double wakeAtMs = Double.POSITIVE_INFINITY;
    private double alarmSetMs = Double.POSITIVE_INFINITY;
    private boolean unloaded;

    SessionHost(String sessionId, ReflectedSession machine, Shard shard, Shell shell) {
        this.sessionId = sessionId;
        this.machine = machine;
        this.shard = shard;
        this.shell = shell;
    }

    void connected(SocketPeer peer, String baseUrl) {
        peers.add(peer);
        log.debug("{} {} connected to {}, {} here", sessionId, peer, baseUrl, peers.size());
        turn(new Input.Connected(peer, baseUrl));
    }

    void received(SocketPeer peer, String text) {
        if (peers.contains(peer)) {
            turn(new Input.Received(peer, text));
        }
    }

    void alive(SocketPeer peer) {
        if (peers.contains(peer)) {
            turn(new Input.Alive(peer));
        }
    }

    void disconnected(SocketPeer peer, int code) {
        if (peers.remove(peer)) {
            log.debug("{} {} is gone with {}, {} here", sessionId, peer, code, peers.size());
            turn(new Input.Disconnected(peer, code));
        }
    }

    void drain() {
        turn(new Input.Drain());
    }

    /** An alarm came up; it counts only if the session still wants to be woken by now. */
    void alarm(double atMs) {
        if (atMs == alarmSetMs) {
            alarmSetMs = Double.POSITIVE_INFINITY;
        }
        if (unloaded || wakeAtMs == Double.POSITIVE_INFINITY) {
            return;
        }
        if (wakeAtMs <= Shard.nowMs()) {
            wakeAtMs = Double.POSITIVE_INFINITY;
            turn(new Input.Timer());
        } else {
            setAlarm();
        }
    }

    @Override
    public void loaded(Optional<StoredSession> stored, Optional<PersistedVersion> persisted) {
        shard.submit(() -> turn(new Input.Loaded(stored, persisted)));
    }

    @Override
    public void written(long upToIndex) {
        shard.submit(() -> turn(new Input.Written(upToIndex)));
    }

    @Override
    public void failed(String problem) {
        shard.submit(() -> turn(new Input.StoreFailed(problem)));
    }

    private void turn(Input input) {
        if (unloaded) {
            return;
        }
        try {
            machine.handle(input, Shard.nowMs(), this::carryOut);
        } catch (RuntimeException e) {
            log.error("session {}: the state machine failed and is dropped", sessionId, e);
            giveUp();
        }
    }

    private void carryOut(Output output) {
        if (output instanceof Output.Send send) {
            send(send);
        } else if (output instanceof Output.Close close) {
            close(close.peer(), close.reason());
        } else if (output instanceof Output.Write write) {
            if (write.write() instanceof StoreWrite.SavePersisted saved) {
                log.debug("{} saves {}", sessionId, saved.version());
                shell.saving(saved.version());
            } else if (write.write() instanceof StoreWrite.SaveRecord saved) {
                log.debug("{} record: snapshot {}", sessionId, saved.record().snapshot());
            }
            shell.store().write(sessionId, write.index(), write.write(), this);
        } else if (output instanceof Output.Load load) {
            shell.store().load(load.sessionId(), load.appId(), load.persistentId(), this);
        } else if (output instanceof Output.CheckFile check) {
            shell.checkFiles(check, found -> shard.submit(() -> turn(new Input.FileChecked(check.path(), found))));
        } else if (output instanceof Output.WakeAt wake) {
            wakeAtMs = wake.nowMs();
            setAlarm();
        } else if (output instanceof Output.Note note) {
            note(note);
        } else if (output instanceof Output.Unload) {
            unload();
        }
    }

    private void send(Output.Send send) {
        OutgoingFrame frame = OutgoingFrame.of(send.text());
        for (Peer peer : send.to()) {
            SocketPeer socket = (SocketPeer) peer;
            if (socket.enqueue(frame, send.droppable())) {
                shard.markDirty(socket);
            }
        }
    }

    private void close(Peer peer, CloseReason reason) {
        SocketPeer socket = (SocketPeer) peer;
        log.debug("{} {} is closed: {} {}", sessionId, peer, reason.code(), reason);
        socket.close(reason);
        shell.abortLater(socket);
    }

    /** One alarm per session is enough as long as it does not come too late. */
    private void setAlarm() {
        if (wakeAtMs < alarmSetMs) {
            alarmSetMs = wakeAtMs;
            shard.wakeAt(wakeAtMs, this);
        }
    }

    private void note(Output.Note note) {
        switch (note.level()) {
            case DEBUG -> log.debug("{} {}", sessionId, note.text());
            case INFO -> log.info("{} {}", sessionId, note.text());
            case WARN -> log.warn("{} {}", sessionId, note.text());
        }
    }

    private void unload() {
        unloaded = true;
        log.debug("{} is unloaded", sessionId);
        shard.sessions().remove(sessionId, this);
    }

    private void giveUp() {
        for (SocketPeer peer : peers) {
            close(peer, CloseReason.SERVER_ERROR);
        }
        unload();
    }
}
