package org.multisynq4j.snapshot;

import java.util.function.BooleanSupplier;

/** A decoding in portions. Equal bytes give equal graphs however they are portioned; until it is done nobody sees anything of the graph. */
public final class Decoding<T> {
    /** For those who have time. */
    public static final BooleanSupplier AT_ONCE = () -> false;

    private final DecoderRun run;
    private final Class<T> rootType;
    private boolean done;

    Decoding(DecoderRun run, Class<T> rootType) {
        this.run = run;
        this.rootType = rootType;
    }

    /**
     * Goes on until everything is read, or the caller says that time is out; asks about every thousand values.
     *
     * @return true if everything is read
     * @throws SnapshotException if the bytes are not a whole, undamaged encoding of such a graph by the same code; nothing else is thrown. The decoding is of no
     *     use then
     */
    public boolean go(BooleanSupplier timeIsOut) {
        if (!done) {
            done = run.go(timeIsOut);
        }
        return done;
    }

    /** The graph's root, or null if that was encoded. @throws IllegalStateException before it is done. @throws SnapshotException if it is of another type */
    public T value() {
        if (!done) {
            throw new IllegalStateException("the decoding is not done");
        }
        Object root = run.root();
        if (root != null && !TypeCheck.fits(rootType, root)) {
            throw new SnapshotException(
                    "The snapshot holds a " + root.getClass().getName() + ", not a " + rootType.getName() + ".");
        }
        return rootType.cast(root);
    }
}
