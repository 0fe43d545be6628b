package org.multisynq4j.client.control;

import java.util.function.BooleanSupplier;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.manifest.SnapshotMetadata;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.snapshot.Encoding;
import org.multisynq4j.text.Bytes;
import org.multisynq4j.vm.VirtualMachine;

/** An image in the making: encodes and hashes the state in slices, during which the replica must not run. */
public final class Imaging {
    /** So much is hashed between two looks at the clock: under a millisecond. */
    private static final int HASH_STEP_BYTES = 1 << 15;

    private final Clock clock;
    private final VirtualMachine machine;
    private final ImageId id;
    private final String traceHash;
    private final String codeHash;
    private final Encoding encoding;
    private final Stopwatch encodingWatch;
    private final Sha256 digest = new Sha256();
    private Stopwatch hashingWatch;
    private Effort encodingEffort;
    private byte[] bytes = {};
    private int hashed;

    public Imaging(Clock clock, VirtualMachine machine, String codeHash, int expectedBytes) {
        this.clock = clock;
        this.machine = machine;
        this.codeHash = codeHash;
        id = new ImageId((long) machine.time(), Sequence.normalize(machine.seq()));
        traceHash = machine.traceHash();
        encodingWatch = new Stopwatch(clock);
        encoding = machine.beginSnapshot(expectedBytes);
        hashingWatch = encodingWatch;
        encodingEffort = new Effort(0, 0);
    }

    public ImageId id() {
        return id;
    }

    /**
     * True when done.
     *
     * @throws org.multisynq4j.snapshot.SnapshotException if the state cannot be encoded
     * @throws IllegalStateException if the replica ran in the meantime
     */
    public boolean go(BooleanSupplier timeIsOut) {
        if (!encoding.isDone()) {
            if (!machine.traceHash().equals(traceHash) || Sequence.normalize(machine.seq()) != id.seq()) {
                throw new IllegalStateException("the replica ran on while the image " + id + " was being taken");
            }
            encodingWatch.sliceBegins();
            boolean done = encoding.go(timeIsOut);
            encodingWatch.sliceEnds();
            if (!done) {
                return false;
            }
            bytes = encoding.bytes();
            encodingEffort = encodingWatch.effort();
            hashingWatch = new Stopwatch(clock);
        }
        hashingWatch.sliceBegins();
        do {
            int step = Math.min(HASH_STEP_BYTES, bytes.length - hashed);
            digest.update(bytes, hashed, step);
            hashed += step;
        } while (hashed < bytes.length && !timeIsOut.getAsBoolean());
        hashingWatch.sliceEnds();
        return hashed == bytes.length;
    }

    /** Once, when done. */
    public Image image() {
        String stateHash = Bytes.base64Url(digest.digest());
        return new Image(
                id,
                bytes,
                new SnapshotMetadata(id.timeMs(), id.seq(), (long) clock.epochMs(), stateHash, traceHash, codeHash));
    }

    /** What encoding took. */
    public Effort encodingEffort() {
        return encodingEffort;
    }

    /** What hashing took, so far. */
    public Effort hashingEffort() {
        return hashingWatch.effort();
    }
}
