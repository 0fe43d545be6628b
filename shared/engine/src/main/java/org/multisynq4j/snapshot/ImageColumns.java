package org.multisynq4j.snapshot;

import java.util.Optional;
import org.multisynq4j.text.Portioned;

/**
 * The same image in another order: what belongs to one field of one class lies together, numbers are cut into their bytes, doubles with few decimals become whole
 * numbers. Nothing is lost, and a general compressor finds about twice as much in it. Bytes: docs/protocol.md, section <em>Stored snapshots</em>.
 *
 * <p>Works in portions. An image this class does not understand is not packed, which costs bytes and nothing else.
 */
public final class ImageColumns implements Portioned {
    static final int FORMAT = 2;

    /** Read as well. */
    static final int FIRST_FORMAT = 1;

    /** So many times longer than its columns can an image be at most: a double of eight bytes may be two eighths of one. */
    static final int MOST_GROWTH = 32;

    /** Pieces of an image that have about this many bytes together. */
    private static final int BYTES_PER_PIECE = 4;

    private final ImageWalk walk;
    private final ColumnTape tape;
    private boolean begun;
    private boolean failed;

    private ImageColumns(ColumnTape tape) {
        this.tape = tape;
        walk = new ImageWalk(tape);
    }

    /** Begins to pack an image. */
    public static ImageColumns packing(byte[] image) {
        return new ImageColumns(new ColumnWriter(image));
    }

    /**
     * Begins to unpack an image.
     *
     * @throws SnapshotException if these are no columns of an image of that length; nothing large has been made then
     */
    public static ImageColumns unpacking(byte[] packed, int imageBytes) {
        return new ImageColumns(new ColumnReader(packed, imageBytes));
    }

    /**
     * Goes on with about so many bytes; false once it is done.
     *
     * @throws SnapshotException if what is unpacked is damaged
     */
    @Override
    public boolean work(int bytes) {
        try {
            if (!begun && tape.prepare(bytes)) {
                return true;
            }
            if (!begun) {
                begun = true;
                walk.begin();
            }
            return walk.walk(Math.max(1, bytes / BYTES_PER_PIECE)) || tape.finish(bytes);
        } catch (SnapshotException e) {
            if (tape instanceof ColumnReader) {
                throw e;
            }
            failed = true;
            return false;
        }
    }

    /** What was packed; empty if the image is not understood. */
    public Optional<byte[]> packed() {
        ColumnWriter writer = (ColumnWriter) tape;
        return failed || !writer.atEnd() ? Optional.empty() : Optional.of(writer.packed());
    }

    /** What was unpacked. @throws SnapshotException if anything is missing or left over */
    public byte[] image() {
        return ((ColumnReader) tape).image();
    }
}
