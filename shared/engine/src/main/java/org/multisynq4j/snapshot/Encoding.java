package org.multisynq4j.snapshot;

import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** An encoding in portions. Between them the graph must not change: whoever owns it sees to that. Equal graphs give equal bytes however they are portioned. */
public final class Encoding {
    private final EncoderRun run;
    private final ByteWriter out;
    private final IntConsumer whenDone;
    private boolean done;

    /** @param whenDone gets the number of objects */
    Encoding(EncoderRun run, ByteWriter out, IntConsumer whenDone) {
        this.run = run;
        this.out = out;
        this.whenDone = whenDone;
    }

    /**
     * Goes on until everything is written, or the caller says that time is out; asks about every {@value EncoderRun#FUEL} values.
     *
     * @return true if everything is written
     * @throws SnapshotException if something cannot be stored; the message begins with the path of fields that leads to it. The encoding is of no use then
     */
    public boolean go(BooleanSupplier timeIsOut) {
        if (!done) {
            done = run.go(timeIsOut);
            if (done) {
                whenDone.accept(run.objects());
            }
        }
        return done;
    }

    public boolean isDone() {
        return done;
    }

    /** The encoded graph, a new array. @throws IllegalStateException before it is done */
    public byte[] bytes() {
        if (!done) {
            throw new IllegalStateException("the encoding is not done");
        }
        return out.toByteArray();
    }
}
