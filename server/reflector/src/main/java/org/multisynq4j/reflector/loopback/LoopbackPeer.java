package org.multisynq4j.reflector.loopback;

import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.reflector.Input;
import org.multisynq4j.reflector.Peer;

/** Both ends of one connection. */
final class LoopbackPeer implements Peer, Connection {
    private final Loopback loopback;
    private final String sessionId;
    private final Listener listener;
    private boolean open = true;

    LoopbackPeer(Loopback loopback, String sessionId, Listener listener) {
        this.loopback = loopback;
        this.sessionId = sessionId;
        this.listener = listener;
    }

    @Override
    public void send(String text) {
        if (open) {
            loopback.fromPeer(sessionId, new Input.Received(this, text));
        }
    }

    @Override
    public void pong() {
        if (open) {
            loopback.fromPeer(sessionId, new Input.Alive(this));
        }
    }

    @Override
    public void close(int code) {
        if (open) {
            open = false;
            loopback.fromPeer(sessionId, new Input.Disconnected(this, code));
        }
    }

    void deliver(String text) {
        if (open) {
            listener.received(text);
        }
    }

    void closeByServer(CloseReason reason) {
        if (open) {
            close(reason.code());
            listener.closed(reason.code(), reason.text());
        }
    }

    @Override
    public String toString() {
        return "loopback client";
    }
}
