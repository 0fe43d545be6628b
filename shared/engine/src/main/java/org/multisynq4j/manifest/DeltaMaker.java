package org.multisynq4j.manifest;

import java.util.Optional;
import org.multisynq4j.text.Portioned;

/**
 * Describes one image by another: what to copy from there, and what is new. Works in portions, so that a thread that also paints can make one.
 *
 * <pre>{@code
 * DeltaMaker maker = new DeltaMaker(base, target, most);
 * while (maker.work(1 << 16)) { … }
 * Optional<byte[]> delta = maker.delta();
 * }</pre>
 */
public final class DeltaMaker implements Portioned {
    /** So far ahead the next equal stretch is looked for: on the same alignment, because most changes replace bytes, and anywhere else. */
    private static final int WINDOW = 48;

    /** So many equal bytes make it worth going on with the same alignment. */
    private static final int RESUME = 8;

    /** So many leave no doubt. Objects of one class look alike, so a shorter run may be another object's, and whatever follows would be of others too. */
    private static final int SURE = 128;

    /** So much more than the bytes on the same alignment must agree elsewhere: to say from where costs bytes that nothing compresses. */
    private static final int WORTH_A_MOVE = 24;

    private final byte[] base;
    private final byte[] target;
    private final int most;
    private final DeltaIndex index;
    private final DeltaWriter out;
    private boolean indexing = true;
    private boolean tooLong;
    private byte[] finished = {};
    /** Next byte of the target to be explained. */
    private int at;
    /** First byte of the target that no step covers yet. */
    private int literalFrom;
    /** Where the base goes on if nothing was inserted or removed; its end where that is not known. */
    private int aligned;

    /** @param most a delta longer than this is of no use */
    public DeltaMaker(byte[] base, byte[] target, int most) {
        this.base = base;
        this.target = target;
        this.most = most;
        index = new DeltaIndex(base);
        out = new DeltaWriter(base, target);
    }

    /** Goes on with about so many bytes; false once it is done. */
    @Override
    public boolean work(int bytes) {
        if (indexing) {
            indexing = index.index(bytes);
            return true;
        }
        int until = target.length - at <= bytes ? target.length : at + bytes;
        while (at < until && !tooLong) {
            next();
            tooLong = out.size() + (at - literalFrom) > most;
        }
        return at < target.length && !tooLong;
    }

    /** The delta; empty if it would be longer than allowed. Only when {@link #work} said it is done. */
    public Optional<byte[]> delta() {
        if (at < target.length && !tooLong) {
            throw new IllegalStateException("the delta is not finished");
        }
        if (!tooLong && finished.length == 0) {
            finished = out.finish(literalFrom);
            tooLong = finished.length > most;
        }
        return tooLong ? Optional.empty() : Optional.of(finished);
    }

    /** The next copy, or a few bytes that are new. */
    private void next() {
        int skipped = alignedSkip();
        int length = skipped < 0 ? 0 : DeltaIndex.common(base, aligned + skipped, target, at + skipped);
        if (length >= SURE || length > 0 && at + skipped + length == target.length) {
            copy(at + skipped, aligned + skipped, length);
        } else if (!copyFromElsewhere(length + WORTH_A_MOVE)) {
            if (length > 0) {
                copy(at + skipped, aligned + skipped, length);
            } else {
                aligned = base.length;
                at = Math.min(target.length, at + WINDOW);
            }
        }
    }

    /** How many bytes were replaced before base and target go on alike; negative if that is not to be seen. */
    private int alignedSkip() {
        int ahead = Math.min(WINDOW, Math.min(base.length - aligned, target.length - at));
        for (int skip = 0; skip < ahead; skip++) {
            if (base[aligned + skip] == target[at + skip]) {
                int length = DeltaIndex.common(base, aligned + skip, target, at + skip);
                if (length >= RESUME || at + skip + length == target.length) {
                    return skip;
                }
                skip += length;
            }
        }
        return -1;
    }

    /** Copies the longest stretch that begins within the window, if it is longer than so much. */
    private boolean copyFromElsewhere(int longerThan) {
        int end = Math.min(at + WINDOW, target.length - DeltaIndex.BLOCK + 1);
        if (at >= end) {
            return false;
        }
        int bestLength = longerThan;
        int bestAt = -1;
        int bestPlace = 0;
        int hash = DeltaIndex.hash(target, at);
        for (int here = at; here < end && bestLength < SURE; here++) {
            if (here > at) {
                hash = DeltaIndex.roll(hash, target[here - 1], target[here + DeltaIndex.BLOCK - 1]);
            }
            int length = index.find(target, here, hash);
            if (length >= bestLength) {
                bestLength = length;
                bestAt = here;
                bestPlace = index.found();
            }
        }
        if (bestAt < 0) {
            return false;
        }
        int back = 0;
        while (back < bestPlace
                && bestAt - back > literalFrom
                && base[bestPlace - back - 1] == target[bestAt - back - 1]) {
            back++;
        }
        copy(bestAt - back, bestPlace - back, bestLength + back);
        return true;
    }

    private void copy(int targetAt, int baseAt, int length) {
        out.step(literalFrom, targetAt, baseAt, length);
        at = targetAt + length;
        literalFrom = at;
        aligned = baseAt + length;
    }
}
