package org.multisynq4j.reflector;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrameEncoder;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.StoreWrite;

/** Gives each message its time and number, hands it to the store, and broadcasts it once it is safe there. */
final class Sequencer {
    private final Context context;
    private final Clients clients;
    private final WriteQueue writes;
    private boolean rawTime;
    final TeaClock clock;
    final Ticker ticker = new Ticker();
    final MessageLog log = new MessageLog();

    Sequencer(Context context, Clients clients, WriteQueue writes) {
        this.context = context;
        this.clients = clients;
        this.writes = writes;
        this.clock = new TeaClock(context.settings.durable());
    }

    void start(Identity identity, long teatime) {
        clock.start(context.nowMs(), teatime);
        ticker.start(identity.rate(), context.nowMs());
        rawTime = identity.rawTime();
    }

    long teatime() {
        return clock.teatime(context.nowMs());
    }

    void sequence(String payloadJson, List<JsonValue> rest) {
        long time = clock.stamp(context.nowMs());
        long seq = Sequence.next(log.lastSeq());
        String args = ServerFrameEncoder.messageArgs(time, seq, payloadJson, rawTime ? stamped(rest, time) : rest);
        LoggedMessage message = new LoggedMessage(time, seq, args);
        log.add(message);
        ticker.restart(context.nowMs());
        writes.write(new StoreWrite.Append(message));
    }

    /** With raw time the last element is overwritten, and added where there is none. Since scale is always 1, it is the teatime. */
    private static List<JsonValue> stamped(List<JsonValue> rest, long time) {
        List<JsonValue> stamped = new ArrayList<>(rest);
        if (!stamped.isEmpty()) {
            stamped.remove(stamped.size() - 1);
        }
        stamped.add(new JsonNumber(time));
        return stamped;
    }

    /** The oldest message in flight is safe. */
    void appended() {
        LoggedMessage message = log.acknowledgeNext();
        clock.safe(message.timeMs());
        context.send(clients.active(), context.encoder.recv(message.argsJson()));
    }

    /** The time clients may be told: not beyond what the store has, nor beyond a message they have not seen. */
    long showableTime() {
        long time = clock.showable(context.nowMs());
        return log.firstInFlight()
                .map(message -> Math.min(time, message.timeMs()))
                .orElse(time);
    }

    /** Sends a tick if one is due. None while a message is in flight: the message itself will say the time. */
    void tick() {
        if (ticker.nextMs() > context.nowMs()) {
            return;
        }
        boolean sends = !clients.active().isEmpty() && log.firstInFlight().isEmpty();
        ticker.ticked(context.nowMs(), sends);
        if (sends) {
            context.emit(new Output.Send(clients.active(), context.encoder.tick(showableTime()), true));
        }
    }
}
