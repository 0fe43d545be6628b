package org.multisynq4j.client.control;

import org.multisynq4j.client.Promise;
import org.multisynq4j.client.error.UnknownSessionException;
import org.multisynq4j.client.error.WrongPasswordException;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Transport;
import org.multisynq4j.crypto.CheckWord;
import org.multisynq4j.crypto.CryptoException;
import org.multisynq4j.protocol.ChunkJoiner;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.ClientFrameEncoder;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.FrameException;
import org.multisynq4j.protocol.Limits;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.protocol.ServerFrameDecoder;

/**
 * Asks the reflector once where a session stands: its beginning and all messages since, and leaves. Joins as a spectator: no model, view or vote ever hears of it.
 * Its JOIN names no tick rate, so that a session nobody began is not begun by looking.
 */
final class Observation implements Transport.Listener {
    /** Longer than a reflector needs to load a session. */
    static final double TIMEOUT_MS = 15_000;

    private final SessionPlan plan;
    private final JoinFrames joins;
    private final ClientFrameEncoder encoder;
    private final ServerFrameDecoder decoder = new ServerFrameDecoder(Limits.DEFAULTS);
    private final ChunkJoiner chunks = new ChunkJoiner(Limits.DEFAULTS);
    private final Promise<ServerFrame.Sync> result = new Promise<>();
    private final Clock.Timer timeout;
    private final Transport.Connection connection;
    private boolean opened;

    private Observation(SessionPlan plan) {
        this.plan = plan;
        joins = new JoinFrames(plan);
        encoder = new ClientFrameEncoder(plan.names().sessionId());
        timeout = plan.platform().clock().schedule(TIMEOUT_MS, this::tooLate);
        connection = plan.platform()
                .transport()
                .connect(plan.server().reflector() + "/" + plan.names().sessionId() + Link.query(plan), this);
    }

    /** Fails with the exceptions of a join, and with {@link UnknownSessionException}. */
    static Promise<ServerFrame.Sync> of(SessionPlan plan) {
        return new Observation(plan).result;
    }

    @Override
    public void opened() {
        opened = true;
        connection.send(encoder.encode(joins.spectator()));
    }

    @Override
    public void received(String text) {
        try {
            chunks.add(text).ifPresent(whole -> frame(decoder.decode(whole)));
        } catch (FrameException e) {
            fail(Endings.noProgress(e.getMessage(), plan));
        }
    }

    private void frame(ServerFrame frame) {
        if (frame instanceof ServerFrame.Challenge challenge) {
            ClientFrame proof = joins.prove("", challenge);
            connection.send(encoder.encode(proof));
        } else if (frame instanceof ServerFrame.Sync sync) {
            end(CloseReason.LEAVE);
            accept(sync);
        }
    }

    private void accept(ServerFrame.Sync sync) {
        try {
            if (!sync.header().tove().equals(joins.checkWord())) {
                CheckWord.verify(
                        plan.keys(), plan.names().sessionId(), sync.header().tove());
            }
            result.resolve(sync);
        } catch (org.multisynq4j.crypto.WrongPasswordException e) {
            result.fail(new WrongPasswordException(e.getMessage(), e));
        } catch (CryptoException e) {
            result.fail(Endings.noProgress(e.getMessage(), plan));
        }
    }

    private void tooLate() {
        fail(opened ? Endings.noProgress("it does not answer JOIN with SYNC", plan) : Endings.unreachable(plan));
    }

    private void fail(RuntimeException problem) {
        result.fail(problem);
        end(CloseReason.CLIENT_ERROR);
    }

    private void end(CloseReason reason) {
        timeout.cancel();
        connection.close(reason.code(), reason.text());
    }

    @Override
    public void closed(int code, String reason) {
        timeout.cancel();
        if (code == CloseReason.MALFORMED_MESSAGE.code()) {
            result.fail(
                    new UnknownSessionException(
                            "there is no session " + plan.names().sessionId() + " at "
                                    + plan.server().reflector()
                                    + ". Check the name, and that the model's code is the one that runs there: another code is another session."));
        } else {
            result.fail(opened ? Endings.closed(code, reason, plan) : Endings.unreachable(plan));
        }
    }
}
