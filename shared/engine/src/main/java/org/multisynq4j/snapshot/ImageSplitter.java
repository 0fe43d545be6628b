package org.multisynq4j.snapshot;

import java.util.Arrays;
import java.util.Optional;
import org.multisynq4j.text.Portioned;

/** Splits an image into a skeleton and its references, in portions. */
public final class ImageSplitter implements Portioned {
    private static final int BYTES_PER_PIECE = 4;

    private final Tape tape;
    private final ImageWalk walk;
    private boolean begun;
    private boolean failed;

    public ImageSplitter(byte[] image) {
        tape = new Tape(image);
        walk = new ImageWalk(tape);
    }

    /** Goes on with about so many bytes; false once it is done. */
    @Override
    public boolean work(int bytes) {
        try {
            if (!begun) {
                begun = true;
                walk.begin();
            }
            return walk.walk(Math.max(1, bytes / BYTES_PER_PIECE));
        } catch (SnapshotException e) {
            failed = true;
            return false;
        }
    }

    /** The parts; empty if the image is not understood. */
    public Optional<SplitImage> split() {
        return failed || tape.at != tape.image.length ? Optional.empty() : Optional.of(tape.split());
    }

    /** Copies all pieces but the numbers of objects. */
    private static final class Tape extends ColumnTape {
        private final byte[] image;
        private final byte[] skeleton;
        private int at;
        private int size;
        private int[] objects = new int[64];
        private int objectCount;
        private int[] slots = new int[64];
        private int[] references = new int[64];
        private int slotCount;

        Tape(byte[] image) {
            this.image = image;
            skeleton = new byte[image.length];
        }

        @Override
        int oneByte(int column) {
            int value = next();
            skeleton[size++] = (byte) value;
            return value;
        }

        @Override
        int number(int column, int planes) {
            int from = at;
            int value = take();
            System.arraycopy(image, from, skeleton, size, at - from);
            size += at - from;
            return value;
        }

        private int take() {
            int value = 0;
            for (int i = 0; i < 10; i++) {
                int part = next();
                value |= i < 5 ? (part & 127) << 7 * i : 0;
                if (part < 128) {
                    return value;
                }
            }
            throw new SnapshotException("an image with a number of more than 10 bytes");
        }

        @Override
        void bytes(int column, int count) {
            if (count < 0 || count > image.length - at) {
                throw new SnapshotException("an image that is cut off");
            }
            System.arraycopy(image, at, skeleton, size, count);
            at += count;
            size += count;
        }

        @Override
        void real(int context) {
            bytes(context, 8);
        }

        @Override
        void same(int context) {
            if (slotCount == slots.length) {
                slots = Arrays.copyOf(slots, 2 * slotCount);
                references = Arrays.copyOf(references, 2 * slotCount);
            }
            slots[slotCount] = size - 1;
            int from = at;
            int number = take();
            if (number < 0 || length(number) != at - from) {
                throw new SnapshotException("an image with a reference in another form than the codec's");
            }
            references[slotCount++] = number;
        }

        private static int length(int number) {
            int length = 1;
            for (int rest = number >>> 7; rest != 0; rest >>>= 7) {
                length++;
            }
            return length;
        }

        @Override
        void numbered() {
            if (objectCount == objects.length) {
                objects = Arrays.copyOf(objects, 2 * objectCount);
            }
            objects[objectCount++] = size - 1;
        }

        private int next() {
            if (at == image.length) {
                throw new SnapshotException("an image that is cut off");
            }
            return image[at++] & 255;
        }

        SplitImage split() {
            return new SplitImage(
                    Arrays.copyOf(skeleton, size),
                    Arrays.copyOf(objects, objectCount),
                    Arrays.copyOf(slots, slotCount),
                    Arrays.copyOf(references, slotCount));
        }
    }
}
