package org.multisynq4j.manifest;

import java.util.Optional;
import org.multisynq4j.snapshot.ByteReader;
import org.multisynq4j.snapshot.ByteWriter;
import org.multisynq4j.snapshot.SplitImage;
import org.multisynq4j.text.Portioned;

/**
 * Makes a {@link ReferenceDelta} in steps, so that a thread that also paints can make one.
 *
 * <pre>{@code
 * ReferenceDeltaMaker maker = new ReferenceDeltaMaker(base, target, skeleton);
 * while (maker.work(1 << 15)) { … }
 * byte[] delta = maker.delta();
 * }</pre>
 */
public final class ReferenceDeltaMaker implements Portioned {
    private final SplitImage base;
    private final SplitImage target;
    private final byte[] skeleton;
    private final ByteWriter places = new ByteWriter();
    private int step;
    private Delta.Copies copies;
    private Carried objects;
    private Carried slots;
    private int slotsAt;
    private byte[] written = {};
    private Carried.Actual allObjects;
    private Carried.Actual allSlots;
    private int[] expected = {};
    private Optional<byte[]> delta = Optional.empty();

    /** @param skeleton a delta from the base's skeleton to the target's */
    public ReferenceDeltaMaker(SplitImage base, SplitImage target, byte[] skeleton) {
        this.base = base;
        this.target = target;
        this.skeleton = skeleton;
    }

    /** Does the next step, of which there are a few, each about as long as the objects and references are many, however many bytes that are; false once there is none. */
    @Override
    public boolean work(int bytes) {
        int length = target.skeleton().length;
        switch (step++) {
            case 0 -> copies = Delta.copies(base.skeleton().length, skeleton, length);
            case 1 -> objects = Carried.of(base.objects(), copies, ReferenceDelta.MAX_OBJECTS);
            case 2 -> slots = Carried.of(base.slots(), copies, ReferenceDelta.MAX_OBJECTS);
            case 3 -> objects.write(target.objects(), places);
            case 4 -> {
                slotsAt = places.size();
                slots.write(target.slots(), places);
                written = places.toByteArray();
            }
            // What the reader will know, by the reader's own code.
            case 5 ->
                allObjects = objects.read(new ByteReader(written, 0, slotsAt), length, ReferenceDelta.MAX_OBJECTS);
            case 6 ->
                allSlots = slots.read(
                        new ByteReader(written, slotsAt, written.length - slotsAt), length, ReferenceDelta.MAX_OBJECTS);
            case 7 -> expected = ReferenceDelta.expected(base, allObjects, allSlots);
            default -> {
                delta = Optional.of(write());
                return false;
            }
        }
        return true;
    }

    /** What {@link #work} made. */
    public byte[] delta() {
        return delta.orElseThrow(() -> new IllegalStateException("the delta is not finished"));
    }

    private byte[] write() {
        ByteWriter out = new ByteWriter(skeleton.length + written.length + 64);
        out.writeByte(ReferenceDelta.FORMAT);
        out.writeUnsigned(target.skeleton().length);
        out.writeBlob(skeleton);
        out.writeBytes(written);
        ByteWriter gaps = new ByteWriter();
        ByteWriter values = new ByteWriter();
        int[] references = target.references();
        int count = 0;
        int last = 0;
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] != references[i]) {
                gaps.writeUnsigned(i - last);
                values.writeUnsigned(references[i]);
                last = i;
                count++;
            }
        }
        out.writeUnsigned(count);
        out.writeBytes(gaps.toByteArray());
        out.writeBytes(values.toByteArray());
        return out.toByteArray();
    }
}
