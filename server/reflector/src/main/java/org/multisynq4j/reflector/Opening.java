package org.multisynq4j.reflector;

import java.util.Optional;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.TickRate;
import org.multisynq4j.reflector.store.PersistedVersion;

/** From the first JOIN to a session that runs: looks it up in the store, and restores it, or lets the first who joined decide about it. */
final class Opening {
    private enum Step {
        /** Nobody has joined. */
        NEW,
        /** Waiting for the store. */
        LOADING,
        /** Waiting until the store has the record, so that no client ever saw a timeline the store does not know. */
        SAVING,
        DONE
    }

    private final Context context;
    private final Clients clients;
    private final Sequencer sequencer;
    private final RecordKeeper records;
    private final Membership membership;
    private final String freshTimeline;
    private Step step = Step.NEW;
    private Optional<Output.Load> load = Optional.empty();

    /** @param freshTimeline used if the session turns out to be new, or its log incomplete */
    Opening(
            Context context,
            Clients clients,
            Sequencer sequencer,
            RecordKeeper records,
            Membership membership,
            String freshTimeline) {
        this.context = context;
        this.clients = clients;
        this.sequencer = sequencer;
        this.records = records;
        this.membership = membership;
        this.freshTimeline = freshTimeline;
    }

    /** Whether nothing is known or asked for yet. */
    boolean hasNotBegun() {
        return step == Step.NEW;
    }

    /** Somebody joined, and waits until the session runs. */
    void joined(Client client, ClientFrame.Join join) {
        client.stage = Client.Stage.WAITING;
        if (step == Step.NEW) {
            load(join);
        }
    }

    private void load(ClientFrame.Join join) {
        step = Step.LOADING;
        Output.Load request = request(join);
        load = Optional.of(request);
        if (context.settings.durable()) {
            context.emit(request);
        } else {
            loaded(new Input.Loaded(Optional.empty(), Optional.empty()));
        }
    }

    private Output.Load request(ClientFrame.Join join) {
        return new Output.Load(context.sessionId, join.appId(), join.persistentId());
    }

    void loaded(Input.Loaded loaded) {
        if (step != Step.LOADING) {
            return;
        }
        if (loaded.stored().isPresent() && !clients.nobodyJoined()) {
            step = Step.SAVING;
            records.restore(loaded.stored().get(), freshTimeline);
            if (sequencer.log.somebodyWasThere()) {
                membership.expectReturns();
            }
        } else {
            create(loaded.persisted());
        }
    }

    /** Who does not say how fast the session ticks cannot be the first, nor who has not the key of the data it would start from. */
    private void create(Optional<PersistedVersion> persisted) {
        step = Step.NEW;
        String owner = persisted.map(PersistedVersion::memberKey).orElse("");
        for (Client client : clients.connected()) {
            if (client.stage != Client.Stage.WAITING || client.join().isEmpty()) {
                continue;
            }
            ClientFrame.Join join = client.join().get();
            Optional<TickRate> rate = join.ticks();
            if (rate.isEmpty()) {
                context.note(Output.Level.INFO, client.peer + " closed: JOIN without ticks");
                membership.close(client, CloseReason.MALFORMED_MESSAGE);
            } else if (!load.equals(Optional.of(request(join)))) {
                // Whoever caused the look-up is gone, and this one wants other persistent data.
                load(join);
                return;
            } else if (!owner.isEmpty() && !client.memberKey().equals(owner)) {
                context.note(
                        Output.Level.INFO, client.peer + " closed: no or another member key than the saved data's");
                membership.close(client, CloseReason.NOT_A_MEMBER);
            } else {
                step = Step.SAVING;
                records.create(
                        Identity.of(join, rate.get(), freshTimeline, client.memberKey()),
                        persisted.map(PersistedVersion::url));
                return;
            }
        }
    }

    /** The store has a record of the session; whether that was what the opening waited for. */
    boolean recordIsSafe() {
        boolean done = step == Step.SAVING;
        if (done) {
            step = Step.DONE;
        }
        return done;
    }
}
