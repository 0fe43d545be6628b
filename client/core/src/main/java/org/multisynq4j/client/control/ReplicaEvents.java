package org.multisynq4j.client.control;

import java.util.function.BooleanSupplier;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.VirtualMachine;

/** Passes on what the replica does to those whom it concerns. */
final class ReplicaEvents implements Replica.ReplicaUser {
    private final ControllerListener listener;
    private final Keepers keepers;
    private final Sender sender;
    private final OwnView view;
    private final Healer healer;
    private final BooleanSupplier live;

    ReplicaEvents(
            ControllerListener listener,
            Keepers keepers,
            Sender sender,
            OwnView view,
            Healer healer,
            BooleanSupplier live) {
        this.listener = listener;
        this.keepers = keepers;
        this.sender = sender;
        this.view = view;
        this.healer = healer;
        this.live = live;
    }

    @Override
    public ControllerListener listener() {
        return listener;
    }

    @Override
    public boolean isLive() {
        return live.getAsBoolean();
    }

    @Override
    public void restored(VirtualMachine machine) {
        healer.passes(machine);
    }

    @Override
    public void acknowledged(ReflectedMessage.FromParticipant message) {
        healer.history().received(message);
        sender.acknowledge(message.viewId(), message.epoch(), message.counter());
    }

    @Override
    public void snapshotPolled(double polledTime, VirtualMachine machine) {
        keepers.snapshots().polled(polledTime, machine);
    }

    @Override
    public void tallied(ReflectedMessage.Tally tally, VirtualMachine machine) {
        if (!isLive()) {
            healer.passes(machine);
        }
        keepers.tallied(tally, machine, isLive());
    }

    @Override
    public void persistenceDue(double dueTime, String json) {
        keepers.persistence().due(dueTime, json);
    }

    @Override
    public void participantsChanged(VirtualMachine machine) {
        view.participantsChanged(machine);
        keepers.snapshots().participantsChanged(machine);
        listener.participantsChanged();
    }
}
