package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.crypto.CryptoException;
import org.multisynq4j.crypto.EventOpener;
import org.multisynq4j.crypto.SealedEvent;
import org.multisynq4j.crypto.ViewDataSealer;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Participant;
import org.multisynq4j.protocol.Payload;
import org.multisynq4j.snapshot.PayloadCodec;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.vm.ParticipantMessages;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.UsersMessage;

/**
 * Turns what the reflector sent into what a replica executes. Depends on nothing but the message, the keys and the catalog, so that all replicas make the same
 * of it; what cannot be understood becomes {@link ReflectedMessage.Ignored}, because its place in the sequence must be kept.
 */
public final class MessageOpener {
    private final EventOpener events;
    private final ViewDataSealer viewData;
    private final PayloadCodec viewDataCodec;
    private final Ballot ballot;

    public MessageOpener(SessionPlan plan) {
        events = new EventOpener(plan.keys(), plan.names().sessionId());
        viewData = new ViewDataSealer(plan.keys(), plan.names().sessionId());
        viewDataCodec = viewDataCodec(plan);
        ballot = new Ballot(plan);
    }

    /** View data is opened at arrival, when replicas may be at different times: it must not refer to models. */
    static PayloadCodec viewDataCodec(SessionPlan plan) {
        return new PayloadCodec(plan.vm().catalog(), NoModelReferences.INSTANCE);
    }

    /** What a replica is to execute for this message. */
    public ReflectedMessage open(Message message) {
        Payload payload = message.payload();
        double time = message.timeMs();
        int seq = (int) message.seq();
        if (payload instanceof Payload.Text text) {
            return event(time, seq, text.text());
        }
        if (payload instanceof Payload.Users users) {
            return users(time, seq, users);
        }
        if (payload instanceof Payload.Tally tally) {
            return tally(time, seq, tally);
        }
        return new ReflectedMessage.Ignored(time, seq, Optional.empty());
    }

    private ReflectedMessage event(double time, int seq, String text) {
        if (!EventOpener.isSealedEvent(text)) {
            return ignored(time, seq, "it is not sealed as this session's events are");
        }
        try {
            SealedEvent sealed = events.open(text);
            return new ReflectedMessage.FromParticipant(
                    time,
                    seq,
                    sealed.viewId(),
                    sealed.epoch(),
                    sealed.counter(),
                    ParticipantMessages.decode(sealed.plain()));
        } catch (CryptoException | SnapshotException e) {
            return ignored(time, seq, e.getMessage());
        }
    }

    private static ReflectedMessage ignored(double time, int seq, String why) {
        return new ReflectedMessage.Ignored(time, seq, Optional.of("message refused: " + why));
    }

    private UsersMessage users(double time, int seq, Payload.Users users) {
        List<ViewInfo> joined = new ArrayList<>();
        for (Participant participant : users.joined()) {
            joined.add(new ViewInfo(participant.viewId(), participant.data().flatMap(d -> data(participant, d))));
        }
        List<String> left = new ArrayList<>();
        for (Participant participant : users.left()) {
            left.add(participant.viewId());
        }
        return new UsersMessage(time, seq, joined, left, users.active());
    }

    /** Unreadable view data is no view data: whoever lacks the password can join under any view id, but not speak for it. */
    private Optional<Object> data(Participant participant, String sealed) {
        try {
            return Optional.ofNullable(viewDataCodec.decode(viewData.open(participant.viewId(), sealed)));
        } catch (CryptoException | SnapshotException e) {
            return Optional.empty();
        }
    }

    private ReflectedMessage tally(double time, int seq, Payload.Tally tally) {
        String key = tally.tuttiKey();
        int at = key.lastIndexOf('@');
        String topic = at < 0 ? key : key.substring(0, at);
        List<ReflectedMessage.Vote> votes = new ArrayList<>();
        for (String vote : tally.tally().keySet()) {
            ballot.read(topic, tally.sendTimeMs(), vote).ifPresent(votes::add);
        }
        return new ReflectedMessage.Tally(
                time, seq, topic, tally.sendTimeMs(), votes, tally.tally().size() - votes.size());
    }
}
