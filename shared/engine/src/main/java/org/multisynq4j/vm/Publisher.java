package org.multisynq4j.vm;

import java.util.List;
import java.util.Optional;
import org.multisynq4j.model.Event;
import org.multisynq4j.model.Event.Source;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.snapshot.SnapshotException;

/** Delivers events to model handlers: depth first, generic before specific, each in subscription order. */
final class Publisher implements Participants.Changes {
    private final VirtualMachine machine;
    private Active active;

    Publisher(VirtualMachine machine) {
        this.machine = machine;
    }

    /** The event being handled and who is behind it. */
    private record Active(String scope, String event, Object data, Source source, String sender, Active outer) {}

    Optional<Event> activeEvent() {
        return Optional.ofNullable(active).map(Publisher::toEvent);
    }

    private static Event toEvent(Active a) {
        return new Event(a.scope, a.event, Optional.ofNullable(a.data), a.source, Optional.ofNullable(a.sender));
    }

    void publishFromModel(String scope, String event, Object data) {
        String sender = active == null ? null : active.sender;
        deliver(scope, event, data, Source.MODEL, sender);
        machine.listener().published(scope, event, Optional.ofNullable(data));
    }

    void publishFromView(ParticipantMessage.Published published, String viewId) {
        Object data;
        try {
            data = machine.payloads().decode(published.payload());
        } catch (SnapshotException e) {
            if (e.getCause() instanceof VirtualMachineError || e.getCause() instanceof LinkageError) {
                // The machine failed, not the data: others may have read it.
                throw (Error) e.getCause();
            }
            machine.listener()
                    .suspected(
                            machine.seq(),
                            "event " + published.scope() + ":" + published.event() + " of view " + viewId + " refused: "
                                    + e.getMessage());
            return;
        }
        deliver(published.scope(), published.event(), data, Source.VIEW, viewId);
    }

    void apply(UsersMessage users) {
        machine.world().participants().apply(users, this);
        machine.listener().participantsChanged();
    }

    @Override
    public void exited(ViewInfo view) {
        deliver(machine.settings().sessionId(), "view-exit", view, Source.SYSTEM, null);
    }

    @Override
    public void joined(ViewInfo view) {
        deliver(machine.settings().sessionId(), "view-join", view, Source.SYSTEM, null);
    }

    @Override
    public void miscounted(int here, int reported) {
        machine.listener()
                .suspected(
                        machine.seq(),
                        "the reflector reports " + reported + " participants, but " + here + " are known");
    }

    private void deliver(String scope, String event, Object data, Source source, String sender) {
        String topic = Subscriptions.topic(scope, event);
        Subscriptions subscriptions = machine.world().subscriptions();
        machine.world().trace().add(topic);
        List<TopicSubscription> generic = subscriptions.generic();
        List<TopicSubscription> specific = subscriptions.of(topic);
        if (generic.isEmpty() && specific.isEmpty()) {
            return;
        }
        machine.listener().handling(topic, generic.size() + specific.size());
        active = new Active(scope, event, data, source, sender, active);
        try {
            for (TopicSubscription each : generic) {
                if (each.isActive()
                        && (each.topic().equals("*:*") || each.topic().equals(scope + ":*"))) {
                    call(each, toEvent(active), topic);
                }
            }
            for (TopicSubscription each : specific) {
                if (each.isActive()) {
                    call(each, data, topic);
                }
            }
        } finally {
            active = active.outer;
        }
    }

    private void call(TopicSubscription subscription, Object data, String topic) {
        Active before = active;
        machine.guarded(subscription.owner(), "the handler of " + topic, () -> subscription.deliver(data));
        active = before;
    }
}
