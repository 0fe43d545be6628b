package org.multisynq4j.client.control;

import java.util.Arrays;
import java.util.Optional;
import org.multisynq4j.client.error.ViewFailureException;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.vm.ReplicaDifference;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.VirtualMachine;
import org.multisynq4j.vm.VmSettings;

/**
 * With {@code debug=write}: compares the model before each of its turns with how the turn before left it. What differs, a view or other code of the page has changed.
 * Encodes the whole state twice a turn, so it is for small states and developers.
 */
final class WriteWatch {
    private final VmSettings settings;
    private Optional<byte[]> left = Optional.empty();

    WriteWatch(VmSettings settings) {
        this.settings = settings;
    }

    /** Models are about to run. Tells what changed since they ran last, once. */
    Optional<ViewFailureException> begin(VirtualMachine machine) {
        Optional<byte[]> before = left;
        left = encode(machine);
        if (before.isEmpty() || left.isEmpty() || Arrays.equals(before.get(), left.get())) {
            return Optional.empty();
        }
        Optional<ReplicaDifference> change = VirtualMachine.restore(settings, ReplicaListener.SILENT, before.get())
                .difference(machine);
        return change.map(found -> new ViewFailureException("a view or other code of the page changed the model @"
                + (long) machine.time() + ": " + found.path() + " of " + found.model() + " was " + found.left()
                + " and is " + found.right() + ". The other participants do not have this change. Views may only look"
                + " at models, and publish what is to happen."));
    }

    /** Models have run. */
    void end(VirtualMachine machine) {
        left = encode(machine);
    }

    /** State that cannot be stored is reported where it is stored. */
    private static Optional<byte[]> encode(VirtualMachine machine) {
        try {
            return Optional.of(machine.snapshot());
        } catch (SnapshotException e) {
            return Optional.empty();
        }
    }
}
