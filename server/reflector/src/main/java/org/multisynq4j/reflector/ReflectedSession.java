package org.multisynq4j.reflector;

import java.util.Optional;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.ClientFrameDecoder;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.FrameException;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.StoreWrite;

/**
 * One session on the reflector. Not thread-safe: the shell calls it from one thread, or one at a time.
 *
 * <p>Made when the first connection to a session id without a state machine arrives; dropped at {@link Output.Unload}.
 */
public final class ReflectedSession {
    /** How long a session stays loaded after its last client left. */
    public static final double CLOSABLE_MS = 10_000;

    private enum Stage {
        OPENING,
        RUNNING,
        /** The server stops: waiting for the last writes. */
        DRAINING,
        UNLOADED
    }

    private final Context context;
    private final ClientFrameDecoder decoder;
    private final Clients clients = new Clients();
    private final WriteQueue writes;
    private final Sequencer sequencer;
    private final Tallies tallies;
    private final Pointers pointers;
    private final RecordKeeper records;
    private final FrameHandler frames;
    private final Membership membership;
    private final Opening opening;
    private final Liveness liveness;
    private final Alarm alarm;
    private Stage stage = Stage.OPENING;
    private double idleSinceMs = Double.POSITIVE_INFINITY;
    private boolean finishing;

    /**
     * @param freshTimeline random text, used if the session turns out to be new (or its log incomplete); must never be used twice
     * @param secret random text for challenges; clients never see it, and it must never be used twice
     */
    public ReflectedSession(String sessionId, String freshTimeline, String secret, ReflectorSettings settings) {
        context = new Context(sessionId, settings);
        decoder = new ClientFrameDecoder(settings.limits());
        writes = new WriteQueue(context, this::safe);
        sequencer = new Sequencer(context, clients, writes);
        tallies = new Tallies(context, sequencer::sequence);
        pointers = new Pointers(context, sequencer, new Pointers.Listener() {
            @Override
            public void snapshotAccepted() {
                if (stage == Stage.DRAINING) {
                    records.saveExactly();
                } else {
                    records.reserve();
                }
            }

            @Override
            public void persistedAccepted(String url, long persistTimeMs) {
                savePersisted(url, persistTimeMs);
            }
        });
        records = new RecordKeeper(context, sequencer, pointers, tallies, writes);
        frames = new FrameHandler(context, clients, sequencer, tallies, pointers, records);
        membership = new Membership(
                context,
                clients,
                sequencer,
                new SyncWriter(context, sequencer, pointers),
                new Doorkeeper(context, secret));
        opening = new Opening(context, clients, sequencer, records, membership, freshTimeline);
        liveness = new Liveness(context, clients);
        alarm = new Alarm(context);
    }

    /**
     * One turn. Never throws for anything a client sent; an exception is a mistake in the program or in the shell, after which the shell should feed {@link
     * Input.StoreFailed}, so that the session starts again from the store.
     *
     * @param nowMs monotonic milliseconds, any origin, the same for all calls
     */
    public void handle(Input input, double nowMs, Outputs out) {
        context.begin(nowMs, out);
        if (stage == Stage.UNLOADED || stage == Stage.DRAINING && input instanceof Input.Connected) {
            refuse(input);
            return;
        }
        if (input instanceof Input.Received received) {
            received(received);
        } else if (input instanceof Input.Written written) {
            writes.written(written.upToIndex());
        } else if (input instanceof Input.Timer) {
            alarm.rang();
            timer();
        } else if (input instanceof Input.Connected connected) {
            connected(connected);
        } else if (input instanceof Input.Disconnected disconnected) {
            clients.find(disconnected.peer()).ifPresent(client -> membership.gone(client, disconnected.code(), true));
        } else if (input instanceof Input.Alive alive) {
            clients.find(alive.peer()).ifPresent(client -> client.heardMs = context.nowMs());
        } else if (input instanceof Input.Loaded loaded) {
            opening.loaded(loaded);
        } else if (input instanceof Input.FileChecked checked) {
            pointers.checked(checked.path(), checked.exists());
        } else if (input instanceof Input.StoreFailed failed) {
            context.note(Output.Level.WARN, "store failed: " + failed.problem());
            unload(CloseReason.STORE_FAILED);
        } else if (input instanceof Input.Drain) {
            drain();
        }
        settle();
    }

    /** What the operator may want to see. */
    public SessionStatus status() {
        return new SessionStatus(
                context.sessionId,
                records.identity().map(Identity::name).orElse(""),
                clients.connections(),
                clients.active().size(),
                stage == Stage.RUNNING ? sequencer.log.sinceSnapshot() : 0,
                stage == Stage.RUNNING ? sequencer.log.charsSinceSnapshot() : 0);
    }

    private void refuse(Input input) {
        if (input instanceof Input.Connected connected) {
            context.emit(new Output.Close(connected.peer(), CloseReason.PLEASE_RECONNECT));
        }
    }

    private void connected(Input.Connected connected) {
        if (clients.connections() >= context.limit(Limit.CLIENTS_PER_SESSION)) {
            context.emit(new Output.Close(connected.peer(), CloseReason.SESSION_FULL));
            return;
        }
        clients.add(new Client(connected.peer(), connected.baseUrl(), context));
    }

    private void received(Input.Received received) {
        Optional<Client> sender = clients.find(received.peer());
        if (sender.isEmpty() || stage == Stage.DRAINING) {
            return;
        }
        Client client = sender.get();
        client.heardMs = context.nowMs();
        if (!client.mayReceive(received.text().length(), context.nowMs())) {
            membership.close(client, CloseReason.RATE_EXCEEDED);
            return;
        }
        try {
            ClientFrame frame = decoder.decode(received.text());
            if (frame instanceof ClientFrame.Join join) {
                join(client, join);
            } else if (frame instanceof ClientFrame.Prove prove) {
                membership.proves(client, prove, records.identity());
            } else {
                frames.handle(client, frame);
            }
        } catch (FrameException e) {
            membership.refuse(client, e);
        }
    }

    private void join(Client client, ClientFrame.Join join) {
        client.joins(join, context.settings.extensions());
        if (!context.settings.legacy() && client.memberKey().isEmpty()) {
            throw new FrameException(CloseReason.MEMBERS_ONLY, "JOIN without a member key");
        }
        idleSinceMs = Double.POSITIVE_INFINITY;
        finishing = false;
        if (stage == Stage.RUNNING) {
            records.identity().ifPresent(identity -> membership.ask(client, identity));
            return;
        }
        opening.joined(client, join);
    }

    private void safe(StoreWrite write) {
        if (write instanceof StoreWrite.Append) {
            sequencer.appended();
        } else if (write instanceof StoreWrite.SaveRecord saved) {
            sequencer.clock.safe(saved.record().timeMs());
            if (stage == Stage.OPENING && opening.recordIsSafe()) {
                stage = Stage.RUNNING;
                records.identity().ifPresent(membership::admitWaiting);
            }
        }
    }

    private void savePersisted(String url, long persistTimeMs) {
        records.identity()
                .ifPresent(identity -> writes.write(new StoreWrite.SavePersisted(new PersistedVersion(
                        identity.appId(),
                        identity.persistentId(),
                        context.sessionId,
                        persistTimeMs,
                        url,
                        identity.memberKey()))));
    }

    private void timer() {
        liveness.check(membership::close);
        if (stage != Stage.RUNNING) {
            return;
        }
        frames.releaseHeld();
        tallies.expire(sequencer.teatime());
        membership.timer();
        pointers.timer();
        records.reserveIfDue();
        sequencer.tick();
        sequencer.log.forgetExcerpt();
    }

    private void drain() {
        if (stage != Stage.RUNNING) {
            unload(CloseReason.GOING_AWAY);
            return;
        }
        frames.flushHeld();
        records.saveExactly();
        stage = Stage.DRAINING;
        pointers.finish();
    }

    /** After each input: is there anything left to do, and when next? */
    private void settle() {
        if (stage == Stage.DRAINING) {
            if (writes.idle() && pointers.idle()) {
                unload(CloseReason.GOING_AWAY);
            }
            return;
        }
        if (stage == Stage.RUNNING) {
            settleRunning();
        } else if (stage == Stage.OPENING && opening.hasNotBegun() && clients.connections() == 0) {
            unload(CloseReason.PLEASE_RECONNECT);
        }
        if (stage != Stage.UNLOADED) {
            alarm.ringAt(nextMs());
        }
    }

    private void settleRunning() {
        if (!clients.nobodyJoined()) {
            return;
        }
        idleSinceMs = Math.min(idleSinceMs, context.nowMs());
        boolean over = clients.connections() == 0 && context.nowMs() >= idleSinceMs + CLOSABLE_MS;
        if (over && !finishing) {
            finishing = true;
            records.saveExactly();
        }
        if (over && writes.idle()) {
            unload(CloseReason.PLEASE_RECONNECT);
        }
    }

    private void unload(CloseReason reason) {
        stage = Stage.UNLOADED;
        for (Client client : clients.connected()) {
            context.emit(new Output.Close(client.peer, reason));
        }
        context.emit(new Output.Unload());
    }

    private double nextMs() {
        double next = liveness.nextMs();
        if (stage == Stage.RUNNING) {
            next = Math.min(next, frames.nextReleaseMs());
            next = Math.min(next, tallies.nextTimeoutMs());
            next = Math.min(next, membership.nextMs());
            next = Math.min(next, pointers.nextMs());
            next = Math.min(next, finishing ? Double.POSITIVE_INFINITY : records.nextReserveMs());
            next = Math.min(next, clients.active().isEmpty() ? Double.POSITIVE_INFINITY : sequencer.ticker.nextMs());
            double endMs = idleSinceMs + CLOSABLE_MS;
            next = Math.min(next, endMs > context.nowMs() ? endMs : Double.POSITIVE_INFINITY);
        }
        return next;
    }
}
