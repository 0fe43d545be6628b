package org.multisynq4j.client.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.error.PayloadTooLargeException;
import org.multisynq4j.client.error.RateExceededException;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.crypto.EventSealer;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.vm.ParticipantMessage;
import org.multisynq4j.vm.ParticipantMessage.Published;
import org.multisynq4j.vm.ParticipantMessages;

/**
 * Sends what views publish: at most so many messages a second, several events in one if need be, each until it is seen to come back.
 *
 * <p>Messages not yet seen are sent again, bit for bit, after a seamless rejoin; the counter inside tells replicas a repetition. So nothing is lost and nothing
 * happens twice.
 */
final class Sender {
    /** How many messages may wait while the connection is down. */
    static final int MAX_OFFLINE_BUNDLES = 1_000;

    private final SessionPlan plan;
    private final SessionLog log;
    private final Link link;
    private final Teatime time;
    private final Latencies latencies;
    private final Clock clock;
    private final Deque<Bundle> waiting = new ArrayDeque<>();
    private final Deque<Outgoing> unacknowledged = new ArrayDeque<>();
    private String viewId = "";
    private Optional<EventSealer> sealer = Optional.empty();
    private boolean open;
    private double lastSentAt = Double.NEGATIVE_INFINITY;
    private Clock.Timer next = () -> {};
    private boolean warnedOfSize;
    private boolean warnedOfRate;

    Sender(SessionPlan plan, SessionLog log, Link link, Teatime time, Latencies latencies) {
        this.plan = plan;
        this.log = log;
        this.link = link;
        this.time = time;
        this.latencies = latencies;
        clock = plan.platform().clock();
    }

    /** A new sender: what waited is dropped, counters begin anew under a new epoch. Returns how many events were dropped. */
    int restart(String newViewId) {
        close();
        int dropped = unsent();
        waiting.clear();
        unacknowledged.clear();
        viewId = newViewId;
        byte[] epoch = new byte[EventSealer.EPOCH_BYTES];
        plan.platform().entropy().fill(epoch);
        sealer = Optional.of(new EventSealer(plan.keys(), plan.names().sessionId(), viewId, epoch));
        return dropped;
    }

    /** Events and messages that nobody has seen yet. */
    int unsent() {
        int count = unacknowledged.size();
        for (Bundle bundle : waiting) {
            count += bundle.size();
        }
        return count;
    }

    /** From now on messages go out; those not seen so far first. */
    void open() {
        if (open) {
            return;
        }
        open = true;
        for (Outgoing message : unacknowledged) {
            link.send(message.frame());
        }
        flush();
    }

    /** From now on messages are kept. */
    void close() {
        open = false;
        next.cancel();
    }

    /**
     * Takes an event of a view.
     *
     * @throws PayloadTooLargeException if its payload is too long; nothing is sent then
     * @throws RateExceededException if too many messages wait; nothing is sent then
     */
    void publish(Published event) {
        check(event);
        Bundle last = waiting.peekLast();
        if (last == null || !last.hasRoom()) {
            int limit = open ? plan.tuning().eventsPerSecond() : MAX_OFFLINE_BUNDLES;
            if (waiting.size() >= limit) {
                throw new RateExceededException("event " + event.scope() + ":" + event.event() + " was not sent: "
                        + waiting.size() + " messages wait already and "
                        + plan.tuning().eventsPerSecond()
                        + " are sent per second" + (open ? "" : " once the connection is back")
                        + ". Publish less often, or only what changed.");
            }
            if (open && waiting.size() * 2 >= limit && limit > 1 && !warnedOfRate) {
                warnedOfRate = true;
                log.warn("events are published faster than they are sent; half of the queue is full");
            }
            last = new Bundle();
            waiting.add(last);
        }
        last.add(event);
        flush();
    }

    private void check(Published event) {
        int bytes = event.payload().length;
        if (bytes > CodecLimits.PAYLOAD_MAX_BYTES) {
            throw new PayloadTooLargeException("event " + event.scope() + ":" + event.event() + " carries " + bytes
                    + " bytes; at most " + CodecLimits.PAYLOAD_MAX_BYTES
                    + " are sent. Publish less, or store the data and publish its handle.");
        }
        if (bytes > CodecLimits.PAYLOAD_WARN_BYTES && !warnedOfSize) {
            warnedOfSize = true;
            log.warn("event " + event.scope() + ":" + event.event() + " carries " + bytes + " bytes; more than "
                    + CodecLimits.PAYLOAD_WARN_BYTES + " slow everybody down");
        }
    }

    private void flush() {
        next.cancel();
        double gap = 1000.0 / plan.tuning().eventsPerSecond();
        while (open && !waiting.isEmpty()) {
            double wait = lastSentAt + gap - clock.nowMs();
            if (wait > 0) {
                next = clock.schedule(wait, this::flush);
                return;
            }
            send(waiting.remove().events());
        }
    }

    private void send(List<Published> events) {
        EventSealer seal = sealer.orElseThrow();
        long counter = seal.nextCounter();
        ClientFrame.Send frame = frame(
                seal.seal(ParticipantMessages.encode(new ParticipantMessage.Events(time.external(), events))),
                Optional.empty());
        lastSentAt = clock.nowMs();
        unacknowledged.add(new Outgoing(counter, frame, lastSentAt));
        link.send(frame);
        log.debug(Debug.SENDS, () -> "sent message " + counter + " with " + names(events));
    }

    private static String names(List<Published> events) {
        StringBuilder names = new StringBuilder();
        for (Published event : events) {
            names.append(names.length() == 0 ? "" : ", ")
                    .append(event.scope())
                    .append(':')
                    .append(event.event());
        }
        return names.toString();
    }

    /** Asks for a vote. The reflector drops it if another one came just before. */
    void poll(ClientFrame.Debounce debounce) {
        once(new ParticipantMessage.SnapshotPoll(time.external()), Optional.of(debounce));
    }

    /** Tells everybody that what was due at that teatime is stored. */
    void saved(double dueTime) {
        once(new ParticipantMessage.Saved(time.external(), dueTime), Optional.empty());
    }

    /** Not repeated and not rate-limited, for what does no harm if it is lost. */
    private void once(ParticipantMessage message, Optional<ClientFrame.Debounce> debounce) {
        if (!open) {
            return;
        }
        // An epoch of its own: a dropped message must not look like a gap in the events.
        byte[] epoch = new byte[EventSealer.EPOCH_BYTES];
        plan.platform().entropy().fill(epoch);
        EventSealer seal = new EventSealer(plan.keys(), plan.names().sessionId(), viewId, epoch);
        link.send(frame(seal.seal(ParticipantMessages.encode(message)), debounce));
    }

    private ClientFrame.Send frame(String payload, Optional<ClientFrame.Debounce> debounce) {
        return new ClientFrame.Send(
                time.external(), payload, List.of(new JsonNumber(latencies.lastRounded())), debounce);
    }

    /** A message of this view came back: it, and so every one before it, has arrived. */
    void acknowledge(String sender, String epoch, long counter) {
        if (!sender.equals(viewId) || !sealer.map(EventSealer::epoch).orElse("").equals(epoch)) {
            return;
        }
        for (Iterator<Outgoing> each = unacknowledged.iterator(); each.hasNext(); ) {
            Outgoing message = each.next();
            if (message.counter() == counter) {
                each.remove();
                latencies.add(clock.nowMs() - message.sentAt());
                return;
            }
        }
    }
}
