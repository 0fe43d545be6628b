package org.multisynq4j.reflector;

import java.util.List;
import java.util.Optional;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.FrameException;
import org.multisynq4j.protocol.PayloadEncoder;

/** How clients become members and cease to be: SYNC, delayed leaves, and the messages that tell everybody. */
final class Membership {
    private final Context context;
    private final Clients clients;
    private final Sequencer sequencer;
    private final SyncWriter syncs;
    private final Doorkeeper doorkeeper;
    private final UserNews news = new UserNews();

    Membership(Context context, Clients clients, Sequencer sequencer, SyncWriter syncs, Doorkeeper doorkeeper) {
        this.context = context;
        this.clients = clients;
        this.sequencer = sequencer;
        this.syncs = syncs;
        this.doorkeeper = doorkeeper;
    }

    /** The session is loaded: everybody who waits is let in, or asked for a proof. */
    void admitWaiting(Identity identity) {
        for (Client client : clients.connected()) {
            if (client.stage == Client.Stage.WAITING) {
                try {
                    ask(client, identity);
                } catch (FrameException e) {
                    refuse(client, e);
                }
            }
        }
    }

    /**
     * Lets a client in that asked for it, or asks for a proof.
     *
     * @throws FrameException if the client has no chance to give one
     */
    void ask(Client client, Identity identity) {
        if (Doorkeeper.isFree(client, identity)) {
            admit(client, identity);
        } else {
            doorkeeper.challenge(client, identity);
        }
    }

    /** @throws FrameException if the proof is none, or nobody asked for one */
    void proves(Client client, ClientFrame.Prove prove, Optional<Identity> identity) {
        if (client.stage == Client.Stage.CHALLENGED && identity.isPresent()) {
            doorkeeper.check(client, prove, identity.get());
            admit(client, identity.get());
        } else if (client.stage != Client.Stage.MEMBER) {
            throw new FrameException(CloseReason.UNKNOWN_SESSION, "a proof nobody asked for");
        }
    }

    /** A frame costs its sender the connection. */
    void refuse(Client client, FrameException e) {
        context.note(Output.Level.INFO, client.peer + " closed (" + e.reason() + "): " + e.getMessage());
        close(client, e.reason());
    }

    /** Sends SYNC, and again to whoever asks again. */
    private void admit(Client client, Identity identity) {
        context.send(List.of(client.peer), syncs.write(client, identity));
        if (client.stage == Client.Stage.MEMBER) {
            return;
        }
        boolean alone = clients.active().isEmpty();
        client.stage = Client.Stage.MEMBER;
        clients.changed();
        if (alone) {
            sequencer.ticker.restart(context.nowMs());
        }
        client.user().ifPresent(user -> news.joined(user, context.nowMs()));
    }

    /** The server closes a connection. */
    void close(Client client, CloseReason reason) {
        context.emit(new Output.Close(client.peer, reason));
        gone(client, reason.code(), reason.then() == CloseReason.Then.RETRY);
    }

    /** A connection is gone; its leave waits for a while if the client may come back. */
    void gone(Client client, int code, boolean mayComeBack) {
        boolean member = client.stage == Client.Stage.MEMBER;
        double delay = member && mayComeBack ? client.leaveDelayMs(code) : 0;
        client.leaveAtMs = context.nowMs() + delay;
        clients.disconnect(client, delay > 0);
        if (member && delay <= 0) {
            left(client);
        }
    }

    private void left(Client client) {
        client.user().ifPresent(user -> news.left(user, context.nowMs()));
    }

    /** People who were there before the server stopped come back one after the other; told at once, the first would make the others seem to have left. */
    void expectReturns() {
        news.collectAtLeast(context.nowMs() + UserNews.RETURN_MS);
    }

    void timer() {
        clients.takeLeft(context.nowMs()).forEach(this::left);
        if (news.dueMs() <= context.nowMs()) {
            tellNews();
        }
    }

    /** The original tells nobody when the last one leaves; recorded, the models see the exit when somebody returns, whoever that is. */
    private void tellNews() {
        int active = clients.activeAndLeaving();
        boolean plainLeft = context.settings.extensions();
        news.take(active, clients.total(), plainLeft)
                .filter(users -> active > 0 || context.settings.durable())
                .ifPresent(users -> sequencer.sequence(PayloadEncoder.encode(users), List.of()));
    }

    double nextMs() {
        return Math.min(clients.nextLeaveMs(), news.dueMs());
    }
}
