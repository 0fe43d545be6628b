package org.multisynq4j.manifest;

import java.util.Arrays;
import org.multisynq4j.snapshot.ByteReader;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.snapshot.SplitImage;

/**
 * A delta between split images. A reference that was copied refers to where the object it referred to has gone; only the others are written. So an object inserted or
 * removed costs its own bytes, although it changes the numbers of all objects behind it.
 */
public final class ReferenceDelta {
    static final int FORMAT = 2;

    /** As many as the codec reads. */
    static final int MAX_OBJECTS = 16 << 20;

    private ReferenceDelta() {}

    /** Whether this is such a delta, and not one between images. */
    public static boolean is(byte[] delta) {
        return delta.length > 0 && delta[0] == FORMAT;
    }

    /** All of {@link ReferenceDeltaMaker} at once. @param skeleton a delta from the base's skeleton to the target's */
    public static byte[] make(SplitImage base, SplitImage target, byte[] skeleton) {
        ReferenceDeltaMaker maker = new ReferenceDeltaMaker(base, target, skeleton);
        while (maker.work(Integer.MAX_VALUE)) {
            // In one go.
        }
        return maker.delta();
    }

    /**
     * The split image a delta leads to.
     *
     * @param mostBytes the longest skeleton that is made
     * @throws ManifestException if the delta is damaged or was made for another base
     */
    public static SplitImage apply(SplitImage base, byte[] delta, int mostBytes) {
        try {
            return read(base, new ByteReader(delta), mostBytes);
        } catch (SnapshotException e) {
            throw new ManifestException("the delta: " + e.getMessage());
        }
    }

    private static SplitImage read(SplitImage base, ByteReader in, int mostBytes) {
        int format = in.readByte();
        if (format != FORMAT) {
            throw in.damaged("a delta of format " + format);
        }
        int length = in.readUnsigned();
        if (length < 0 || length > mostBytes) {
            throw in.damaged("a skeleton of " + (length & 0xFFFF_FFFFL) + " bytes; at most " + mostBytes);
        }
        byte[] skeletonDelta = in.readBlob(ManifestLimits.MAX_DELTA_BYTES);
        Delta.Copies copies = Delta.copies(base.skeleton().length, skeletonDelta, length);
        byte[] skeleton = Delta.apply(base.skeleton(), skeletonDelta, length);
        Carried.Actual objects = Carried.of(base.objects(), copies, MAX_OBJECTS).read(in, length, MAX_OBJECTS);
        Carried.Actual slots = Carried.of(base.slots(), copies, MAX_OBJECTS).read(in, length, MAX_OBJECTS);
        int[] references = expected(base, objects, slots);
        int count = in.readCount(2);
        int[] changed = new int[count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            int step = in.readUnsigned();
            if (step < 0 || step >= references.length - at || step == 0 && i > 0) {
                throw in.damaged("a reference that is not there");
            }
            at += step;
            changed[i] = at;
        }
        for (int i = 0; i < count; i++) {
            references[changed[i]] = in.readUnsigned();
        }
        in.expectEnd();
        for (int reference : references) {
            if (reference < 0 || reference >= objects.places().length) {
                throw in.damaged("a reference to object " + reference + " of " + objects.places().length);
            }
        }
        return new SplitImage(skeleton, objects.places(), slots.places(), references);
    }

    /** For each reference the number its object has now, if both were copied; else -1. */
    static int[] expected(SplitImage base, Carried.Actual objects, Carried.Actual slots) {
        int[] now = new int[base.objects().length];
        Arrays.fill(now, -1);
        for (int i = objects.origins().length - 1; i >= 0; i--) {
            if (objects.origins()[i] >= 0) {
                now[objects.origins()[i]] = i;
            }
        }
        int[] expected = new int[slots.origins().length];
        for (int i = 0; i < expected.length; i++) {
            int origin = slots.origins()[i];
            int before = origin < 0 ? -1 : base.references()[origin];
            expected[i] = before < 0 || before >= now.length ? -1 : now[before];
        }
        return expected;
    }
}
