package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.Divergence;
import org.multisynq4j.client.Divergence.Finding;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.ReplicaDifference;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.VirtualMachine;

/**
 * Brings a replica that most do not agree with back to what most have, and finds out where it went astray.
 *
 * <p>It keeps its own state at the tally, waits until the majority's snapshot of the poll is stored, gives up its replica and rejoins. The new replica passes the
 * same tally; there both states are compared.
 */
final class Healer {
    /** So often in a row is a replica made anew; whoever is outvoted after that would be for ever, and goes on as it is. */
    static final int MAX_IN_A_ROW = 3;

    /** Between two looks for the majority's snapshot. */
    static final double LOOK_GAP_MS = 500;

    /** After so many looks in vain the newest snapshot there is has to do, with the messages after it. */
    static final int MAX_LOOKS = 12;

    private final SessionPlan plan;
    private final SessionLog log;
    private final Host host;
    private final EventHistory history = new EventHistory();
    private Optional<Case> open = Optional.empty();
    private Clock.Timer nextLook = () -> {};
    private int inARow;

    /** Whose replica it is. */
    interface Host {
        ControllerListener listener();

        boolean isLive();

        /** The replica is given up; another one is made of what the reflector has. What was not sent yet is kept. */
        void rejoin(String why);
    }

    /** One going astray. */
    private static final class Case {
        private final Divergence divergence;
        private final ImageId poll;
        private final int tallySeq;
        private final Optional<byte[]> own;
        private final Optional<String> agreed;
        private final Optional<String> firstEvent;
        private Optional<byte[]> others = Optional.empty();
        private boolean rejoining;

        Case(Divergence divergence, ImageId poll, int tallySeq, Optional<byte[]> own, EventHistory history) {
            this.divergence = divergence;
            this.poll = poll;
            this.tallySeq = tallySeq;
            this.own = own;
            agreed = history.lastAgreed();
            firstEvent = history.firstEvent();
        }

        Finding finding(Optional<ReplicaDifference> difference) {
            return new Finding(difference, agreed, firstEvent);
        }
    }

    Healer(SessionPlan plan, SessionLog log, Host host) {
        this.plan = plan;
        this.log = log;
        this.host = host;
    }

    EventHistory history() {
        return history;
    }

    /** All agreed on the state after this poll. */
    void agreed(ImageId poll) {
        inARow = 0;
        history.agreed(poll);
    }

    /** This replica is not what it should be. Runs inside it, at the tally that showed it. */
    void astray(Divergence divergence, ImageId poll, ReflectedMessage.Tally tally, VirtualMachine machine) {
        if (open.isPresent()) {
            return;
        }
        inARow++;
        Case found = new Case(divergence, poll, tally.seq(), image(machine), history);
        if (inARow > MAX_IN_A_ROW) {
            log.warn("outvoted " + inARow + " times in a row: this replica goes on as it is");
            host.listener().diverged(divergence.with(Optional.of(found.finding(Optional.empty()))));
            return;
        }
        open = Optional.of(found);
        look(found, 1);
    }

    private Optional<byte[]> image(VirtualMachine machine) {
        try {
            return Optional.of(machine.snapshot());
        } catch (SnapshotException e) {
            log.debug(Debug.SNAPSHOT, "this replica cannot be compared: " + e.getMessage());
            return Optional.empty();
        }
    }

    // ---- waiting for the majority's snapshot

    private void look(Case found, int number) {
        nextLook = plan.platform().clock().schedule(LOOK_GAP_MS, () -> Observation.of(plan)
                .then(sync -> seen(found, number, isAfterPoll(found, sync)), error -> seen(found, number, false)));
    }

    private static boolean isAfterPoll(Case found, ServerFrame.Sync sync) {
        return sync.header().start() instanceof ServerFrame.Start.FromSnapshot snapshot
                && !Sequence.after(found.poll.seq(), snapshot.seq());
    }

    private void seen(Case found, int number, boolean stored) {
        if (open.filter(current -> current == found).isEmpty() || found.rejoining) {
            return;
        }
        if (stored || number >= MAX_LOOKS) {
            log.debug(Debug.SNAPSHOT, "rejoining with what most participants have");
            host.rejoin("its state is not what most participants have");
        } else {
            look(found, number + 1);
        }
    }

    // ---- the new replica

    /** A replica is given up, for whatever reason: the next one is sound. */
    void dropped() {
        nextLook.cancel();
        history.clear();
        open.ifPresent(found -> found.rejoining = true);
    }

    /** The new replica is at the end of an old tally, or begins there. */
    void passes(VirtualMachine machine) {
        open.filter(found -> found.rejoining && found.tallySeq == machine.seq())
                .ifPresent(found -> found.others = image(machine));
    }

    /** The replica is up to date again. */
    void caughtUp(VirtualMachine machine) {
        Optional<Case> closed = open.filter(found -> found.rejoining);
        if (closed.isPresent()) {
            open = Optional.empty();
            // The view comes first.
            plan.platform().clock().schedule(0, () -> report(closed.get()));
        }
    }

    private void report(Case found) {
        Optional<ReplicaDifference> difference = Optional.empty();
        if (found.own.isPresent() && found.others.isPresent()) {
            try {
                difference = restore(found.own.get()).difference(restore(found.others.get()));
            } catch (RuntimeException e) {
                log.debug(Debug.SNAPSHOT, "the replicas cannot be compared: " + e.getMessage());
            }
        }
        host.listener().diverged(found.divergence.with(Optional.of(found.finding(difference))));
    }

    private VirtualMachine restore(byte[] image) {
        return VirtualMachine.restore(plan.vm(), ReplicaListener.SILENT, image);
    }
}
