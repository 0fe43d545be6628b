package org.multisynq4j.reflector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.FrameException;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.protocol.Payload;
import org.multisynq4j.protocol.PayloadEncoder;
import org.multisynq4j.protocol.ServerFrameEncoder;

/** What the reflector does with each frame but JOIN and PROVE, which make members. */
final class FrameHandler {
    private final Context context;
    private final Clients clients;
    private final Sequencer sequencer;
    private final Tallies tallies;
    private final Pointers pointers;
    private final RecordKeeper records;
    private final Debouncer debouncer;
    private final LogGauge gauge;
    private final HeldMessages held;

    FrameHandler(
            Context context,
            Clients clients,
            Sequencer sequencer,
            Tallies tallies,
            Pointers pointers,
            RecordKeeper records) {
        this.context = context;
        this.clients = clients;
        this.sequencer = sequencer;
        this.tallies = tallies;
        this.pointers = pointers;
        this.records = records;
        this.debouncer = new Debouncer(context.limit(Limit.DEBOUNCE_ENTRIES));
        this.gauge = new LogGauge(context, clients);
        this.held = new HeldMessages(context.limit(Limit.HELD_MESSAGES));
    }

    /** @throws FrameException if the frame costs its sender the connection */
    void handle(Client client, ClientFrame frame) {
        if (frame instanceof ClientFrame.Send send) {
            if (client.stage == Client.Stage.MEMBER) {
                send(send);
            }
        } else if (frame instanceof ClientFrame.Tutti tutti) {
            requireMember(client);
            tutti(client, tutti);
        } else if (frame instanceof ClientFrame.Snap snap) {
            requireMember(client);
            pointers.announced(snap);
        } else if (frame instanceof ClientFrame.Save save) {
            requireMember(client);
            save(save);
        } else if (frame instanceof ClientFrame.Ping ping) {
            context.send(List.of(client.peer), ServerFrameEncoder.pong(withRawTime(ping.args())));
        } else if (frame instanceof ClientFrame.Log log) {
            context.note(Output.Level.INFO, client.peer + " says: " + Json.write(log.args()));
        } else if (frame instanceof ClientFrame.Ticks) {
            context.note(Output.Level.DEBUG, client.peer + " may not change the tick rate");
        } else if (frame instanceof ClientFrame.Unknown unknown) {
            context.note(Output.Level.DEBUG, client.peer + " sent an unknown action: " + unknown.action());
        }
    }

    private static void requireMember(Client client) {
        if (client.stage != Client.Stage.MEMBER) {
            throw new FrameException(CloseReason.UNKNOWN_SESSION, "a frame that needs a JOIN before it");
        }
    }

    private void send(ClientFrame.Send send) {
        if (send.debounce().isPresent() && !debouncer.accept(send.debounce().get(), context.nowMs())) {
            return;
        }
        if (!gauge.admit(sequencer.log, send.debounce().isPresent())) {
            return;
        }
        if (!held.hold(send, sequencer.ticker.heldUntilMs(), context.nowMs())) {
            sequence(send);
        }
        releaseHeld();
    }

    private void sequence(ClientFrame.Send send) {
        sequencer.sequence(PayloadEncoder.encode(new Payload.Text(send.payload())), send.rest());
    }

    /** Stamps the messages held back, all in one turn and so with one time, if their waiting is over. */
    void releaseHeld() {
        if (held.untilMs() <= context.nowMs()) {
            flushHeld();
        }
    }

    void flushHeld() {
        held.take().forEach(this::sequence);
    }

    double nextReleaseMs() {
        return held.untilMs();
    }

    private void tutti(Client client, ClientFrame.Tutti tutti) {
        if (client.isActive() && gauge.admit(sequencer.log, true)) {
            tallies.vote(client, tutti, clients.active().size(), sequencer.teatime());
        }
    }

    private void save(ClientFrame.Save save) {
        boolean known = records.identity()
                .filter(identity ->
                        !identity.appId().isEmpty() && !identity.persistentId().isEmpty())
                .isPresent();
        if (!known) {
            throw new FrameException(CloseReason.BAD_APP_ID, "SAVE in a session without appId or persistentId");
        }
        if (context.settings.durable()) {
            pointers.announced(save);
        }
    }

    private JsonValue withRawTime(JsonValue args) {
        boolean rawTime = records.identity().filter(Identity::rawTime).isPresent();
        if (!rawTime || !(args instanceof JsonObject object)) {
            return args;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.put("rawTime", new JsonNumber(sequencer.teatime()));
        return new JsonObject(members);
    }
}
