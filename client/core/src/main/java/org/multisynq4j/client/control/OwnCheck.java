package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.snapshot.StateHash;
import org.multisynq4j.vm.VirtualMachine;

/**
 * Compares this replica with the second one, which has no view: if they differ, something outside models changed this one. Of a state that takes long to encode only
 * what was executed is compared, not the state itself: the page would stop for it.
 */
final class OwnCheck {
    /** So long may a page stop for it, once at each poll. */
    static final double MAX_MS = 3;

    /** A second replica that executed something else may be wrong itself; two of them hardly. */
    private static final int SECOND_OPINION = 2;

    private Optional<String> state = Optional.empty();
    private double imageMs = Double.POSITIVE_INFINITY;
    private int otherTraces;
    private boolean astray;

    /** Forgets what belonged to an earlier replica. */
    void reset() {
        state = Optional.empty();
        otherTraces = 0;
        astray = false;
    }

    /** A poll was executed just now. */
    void polled(VirtualMachine machine) {
        state = Optional.empty();
        if (imageMs <= MAX_MS) {
            try {
                state = Optional.of(StateHash.of(machine.snapshot()));
            } catch (SnapshotException e) {
                // The second replica will say the same.
            }
        }
    }

    /** The second replica's image of that poll came. */
    void compare(Imager.Imaged other, String traceHash) {
        imageMs = other.ms();
        if (!other.traceHash().equals(traceHash)) {
            otherTraces++;
            astray |= otherTraces >= SECOND_OPINION;
        } else {
            astray |= state.filter(own -> !own.equals(other.stateHash())).isPresent();
        }
    }

    /** True if this replica is known to be wrong. */
    boolean isAstray() {
        return astray;
    }
}
