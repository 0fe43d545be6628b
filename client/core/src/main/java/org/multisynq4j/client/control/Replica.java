package org.multisynq4j.client.control;

import java.util.Optional;
import java.util.function.Supplier;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.error.BrokenModelException;
import org.multisynq4j.client.error.ModelFailureException;
import org.multisynq4j.client.error.StorageException;
import org.multisynq4j.client.error.SuspiciousMessageException;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.Model;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.vm.BrokenReplicaException;
import org.multisynq4j.vm.ModelError;
import org.multisynq4j.vm.OutOfSequenceException;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.VirtualMachine;

/** This participant's virtual machine, between the messages that feed it and those who listen. */
final class Replica implements ReplicaListener {
    /** So many errors of the past are reported while it is replayed; a long log may hold thousands. */
    static final int MAX_OLD_ERRORS = 10;

    private final SessionLog log;
    private final Clock clock;
    private final ReplicaUser user;
    private final Optional<WriteWatch> writes;
    private VirtualMachine machine;
    private MessageOpener opener;
    private boolean interrupted;
    private boolean held;
    private int oldErrors;

    /** Who is told what the replica does, beyond running. */
    interface ReplicaUser {
        ControllerListener listener();

        /** False while old messages are replayed: then votes are past. */
        boolean isLive();

        /** A replica was made of a snapshot and has executed nothing yet. */
        void restored(VirtualMachine machine);

        void acknowledged(ReflectedMessage.FromParticipant message);

        void snapshotPolled(double time, VirtualMachine machine);

        void tallied(ReflectedMessage.Tally tally, VirtualMachine machine);

        void persistenceDue(double time, String json);

        void participantsChanged(VirtualMachine machine);
    }

    private Replica(SessionPlan plan, SessionLog log, ReplicaUser user) {
        this.log = log;
        this.user = user;
        clock = plan.platform().clock();
        writes = log.wants(Debug.WRITE) ? Optional.of(new WriteWatch(plan.vm())) : Optional.empty();
    }

    /** The replicas a {@link Loader} makes. */
    static Loader.Beginning<Replica> beginning(SessionPlan plan, SessionLog log, ReplicaUser user) {
        return new Loader.Beginning<>() {
            @Override
            public Replica start(Optional<JsonValue> persisted) {
                Replica replica = new Replica(plan, log, user);
                return replica.run(plan, whole(() -> VirtualMachine.start(plan.vm(), replica, persisted)));
            }

            @Override
            public Replica restore(LoadedSnapshot snapshot, ServerFrame.Start.FromSnapshot start) {
                Replica replica = new Replica(plan, log, user);
                replica.run(plan, whole(() -> VirtualMachine.restore(plan.vm(), replica, snapshot.image())));
                Loader.check(replica.machine, start);
                user.restored(replica.machine);
                return replica;
            }
        };
    }

    /** Says what it means for the session if the machine cannot execute its model. */
    private static <T> T whole(Supplier<T> running) {
        try {
            return running.get();
        } catch (BrokenReplicaException e) {
            throw new BrokenModelException(
                    e.getMessage() + ". This machine could not execute the model to its end, and others may have come"
                            + " further or less far, so it left the session. Bound the depth of the model's recursion"
                            + " (docs/determinism.md) and the size of its state; changed code begins a new session, with"
                            + " what was saved.",
                    e);
        }
    }

    private Replica run(SessionPlan plan, VirtualMachine started) {
        machine = started;
        opener = new MessageOpener(plan);
        return this;
    }

    VirtualMachine machine() {
        return machine;
    }

    /** Takes the next message of the reflector; it is executed by {@link #advance}. */
    void receive(Message message) {
        ReflectedMessage opened = opener.open(message);
        try {
            machine.receive(opened);
        } catch (OutOfSequenceException e) {
            throw new ResyncException(e.getMessage());
        }
        log.debug(Debug.MESSAGES, () -> "received " + describe(opened));
        if (opened instanceof ReflectedMessage.FromParticipant sent) {
            user.acknowledged(sent);
        }
    }

    private static String describe(ReflectedMessage message) {
        return "@" + (long) message.time() + "#" + Integer.toUnsignedString(message.seq()) + " "
                + message.getClass().getSimpleName();
    }

    /**
     * Executes up to a teatime, or until the clock says so.
     *
     * @return true if the teatime was reached
     * @throws BrokenModelException if this machine could not execute the model: the session has to end
     */
    boolean advance(double target, double untilMs) {
        if (held) {
            return false;
        }
        boolean reached;
        boolean again;
        do {
            interrupted = false;
            writes.flatMap(watch -> watch.begin(machine)).ifPresent(user.listener()::reported);
            reached = whole(() -> machine.advance(target, () -> interrupted || held || clock.nowMs() >= untilMs));
            writes.ifPresent(watch -> watch.end(machine));
            again = interrupted;
            if (interrupted) {
                user.listener().deliverImmediate();
            }
        } while (again && !held && !reached && clock.nowMs() < untilMs);
        return reached;
    }

    /** Nothing more is executed until the release; right after the current message, if called while one is executed. */
    void hold(boolean hold) {
        held = hold;
    }

    @Override
    public void subscribed(Model model, String topic) {
        if (log.wants(Debug.SUBSCRIBE)) {
            log.debug(Debug.SUBSCRIBE, model.getClass().getName() + " " + model.id() + " subscribes to " + topic);
        }
    }

    @Override
    public void handling(String topic, int subscriptions) {
        if (log.wants(Debug.EVENTS)) {
            log.debug(
                    Debug.EVENTS,
                    "models handle " + topic + place() + ", "
                            + (subscriptions == 1 ? "1 subscription" : subscriptions + " subscriptions"));
        }
    }

    @Override
    public void published(String scope, String event, Optional<Object> data) {
        if (user.listener().published(scope, event, data)) {
            interrupted = true;
        }
    }

    private String place() {
        return machine == null ? "" : " @" + (long) machine.time() + "#" + Integer.toUnsignedString(machine.seq());
    }

    @Override
    public void failed(ModelError error) {
        if (user.isLive() || oldErrors++ < MAX_OLD_ERRORS) {
            user.listener().reported(new ModelFailureException(error.text(), error.cause()));
        }
    }

    @Override
    public void snapshotPolled(double time) {
        if (user.isLive()) {
            user.snapshotPolled(time, machine);
        }
    }

    @Override
    public void tallied(ReflectedMessage.Tally tally) {
        if (machine != null) {
            user.tallied(tally, machine);
        }
    }

    @Override
    public void persistenceDue(double time, String json, String hash) {
        user.persistenceDue(time, json);
    }

    @Override
    public void persistenceRefused() {
        user.listener()
                .reported(new StorageException("saving is refused because the saved data could not be loaded; what is"
                        + " stored stays as it is. Call allowOverwrite() in the model if it may be replaced."));
    }

    @Override
    public void participantsChanged() {
        if (machine != null) {
            user.participantsChanged(machine);
        }
    }

    @Override
    public void suspected(int seq, String what) {
        if (user.isLive()) {
            user.listener()
                    .reported(new SuspiciousMessageException("#" + Integer.toUnsignedString(seq) + ": " + what
                            + ". Every participant ignores it alike."));
        }
    }

    @Override
    public void logged(String line) {
        log.print(line);
    }
}
