package org.multisynq4j.snapshot;

import org.multisynq4j.text.Portioned;

/** Makes an image of its parts again, in portions: what {@link ImageSplitter} took apart. */
public final class ImageJoiner implements Portioned {
    private final SplitImage split;
    private final ByteWriter out;
    private int slot;
    private int at;
    private boolean done;

    public ImageJoiner(SplitImage split) {
        this.split = split;
        out = new ByteWriter(split.skeleton().length + 3 * split.slots().length + 16);
    }

    /** Goes on with about so many bytes; false once it is done. */
    @Override
    public boolean work(int bytes) {
        int[] slots = split.slots();
        int[] references = split.references();
        int before = out.size();
        while (slot < slots.length && out.size() - before < bytes) {
            int end = slots[slot] + 1;
            out.writeBytes(split.skeleton(), at, end - at);
            out.writeUnsigned(references[slot]);
            at = end;
            slot++;
        }
        if (slot == slots.length && !done) {
            out.writeBytes(split.skeleton(), at, split.skeleton().length - at);
            done = true;
        }
        return !done;
    }

    /** The image. @throws IllegalStateException unless {@link #work} said that it is done */
    public byte[] image() {
        if (!done) {
            throw new IllegalStateException("the image is not joined yet");
        }
        return out.toByteArray();
    }
}
