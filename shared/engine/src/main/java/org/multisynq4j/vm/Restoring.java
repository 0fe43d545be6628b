package org.multisynq4j.vm;

import java.util.function.BooleanSupplier;
import org.multisynq4j.snapshot.Decoding;

/** A replica that is being made of a snapshot, in portions: of its objects; {@code start()} then runs on all models at once. */
public final class Restoring {
    private final VirtualMachine machine;
    private final WorldHost host;
    private final Decoding<World> decoding;
    private boolean done;

    Restoring(VirtualMachine machine, WorldHost host, Decoding<World> decoding) {
        this.machine = machine;
        this.host = host;
        this.decoding = decoding;
    }

    /**
     * Goes on until the replica is made (true), or the caller says that time is out.
     *
     * @throws org.multisynq4j.snapshot.SnapshotException if the bytes are not a snapshot of this model's session
     * @throws BrokenReplicaException if the platform could not execute a {@code start()} to its end
     */
    public boolean go(BooleanSupplier timeIsOut) {
        if (done) {
            return true;
        }
        boolean[] decoded = new boolean[1];
        host.setReadOnly(true);
        try {
            host.execute(() -> StackGuard.run(() -> decoded[0] = decoding.go(timeIsOut)));
        } catch (VirtualMachineError e) {
            throw new BrokenReplicaException("reading the snapshot: " + e, e);
        }
        host.setReadOnly(false);
        if (decoded[0]) {
            machine.goOnWith(decoding.value());
            done = true;
        }
        return done;
    }

    /** The replica. @throws IllegalStateException unless {@link #go} said that it is made */
    public VirtualMachine machine() {
        if (!done) {
            throw new IllegalStateException("the replica is not restored yet");
        }
        return machine;
    }
}
