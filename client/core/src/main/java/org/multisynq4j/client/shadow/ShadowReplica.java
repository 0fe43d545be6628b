package org.multisynq4j.client.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.multisynq4j.client.control.LoadedSnapshot;
import org.multisynq4j.client.control.Loader;
import org.multisynq4j.client.control.MessageOpener;
import org.multisynq4j.client.control.SessionPlan;
import org.multisynq4j.client.control.SnapshotBase;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.Restoring;
import org.multisynq4j.vm.VirtualMachine;

/** The shadow's replica. What models report, log or want to have saved is the session's business, which executes the same. */
final class ShadowReplica implements ReplicaListener, Loader.Beginning<ShadowReplica> {
    private final SessionPlan plan;
    private final MessageOpener opener;
    private Optional<Restoring> restoring = Optional.empty();
    private Optional<ServerFrame.Start.FromSnapshot> restoredFrom = Optional.empty();
    private Optional<VirtualMachine> machine = Optional.empty();
    private Optional<SnapshotBase> base = Optional.empty();
    private List<Message> arrivedBefore = new ArrayList<>();
    private double target;
    private boolean polled;

    ShadowReplica(SessionPlan plan) {
        this.plan = plan;
        opener = new MessageOpener(plan);
    }

    @Override
    public ShadowReplica start(Optional<JsonValue> persisted) {
        begin(VirtualMachine.start(plan.vm(), this, persisted));
        return this;
    }

    /** Only begins to: see {@link #restore(BooleanSupplier)}. */
    @Override
    public ShadowReplica restore(LoadedSnapshot snapshot, ServerFrame.Start.FromSnapshot start) {
        restoring = Optional.of(VirtualMachine.beginRestore(plan.vm(), this, snapshot.image()));
        restoredFrom = Optional.of(start);
        base = Optional.of(snapshot.base());
        return this;
    }

    /** Goes on making the replica until it is made (true), or time is out. */
    boolean restore(BooleanSupplier timeIsOut) {
        if (restoring.isPresent()) {
            if (!restoring.get().go(timeIsOut)) {
                return false;
            }
            VirtualMachine restored = restoring.get().machine();
            restoring = Optional.empty();
            Loader.check(restored, restoredFrom.orElseThrow());
            begin(restored);
        }
        return machine.isPresent();
    }

    /** The replica is made; what arrived in the meantime follows. */
    private void begin(VirtualMachine made) {
        machine = Optional.of(made);
        List<Message> messages = arrivedBefore;
        arrivedBefore = new ArrayList<>();
        messages.forEach(this::receive);
    }

    Optional<VirtualMachine> machine() {
        return machine;
    }

    /** The snapshot this replica came from. */
    Optional<SnapshotBase> base() {
        return base;
    }

    /** A message the replica already has, as a SYNC may bring it again, is left out. */
    void receive(Message message) {
        if (machine.isEmpty()) {
            arrivedBefore.add(message);
        } else if (Sequence.after(
                message.seq(), Sequence.normalize(machine.get().receivedSeq()))) {
            machine.get().receive(opener.open(message));
        }
    }

    void tick(double timeMs) {
        target = Math.max(target, timeMs);
    }

    /** How a run ended. */
    enum Ran {
        /** Nothing is left to execute. */
        TO_THE_END,
        /** A poll was executed last, and nothing after it. */
        TO_A_POLL,
        /** Time was out. */
        OUT_OF_TIME
    }

    Ran advance(BooleanSupplier timeIsOut) {
        polled = false;
        boolean reached = machine.orElseThrow().advance(target, () -> polled || timeIsOut.getAsBoolean());
        if (polled) {
            return Ran.TO_A_POLL;
        }
        return reached ? Ran.TO_THE_END : Ran.OUT_OF_TIME;
    }

    @Override
    public void snapshotPolled(double time) {
        polled = true;
    }
}
