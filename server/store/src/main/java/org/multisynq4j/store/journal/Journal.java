package org.multisynq4j.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Writes records to the current segment. One thread appends and rotates; {@link #force()} may be called from another.
 *
 * <p>A failed append leaves no trace: the segment is cut back to where it was, at once or, if that fails too, before the
 * next append. So a full disk costs the batch that met it and nothing else.
 */
public final class Journal implements Closeable {
    /** The longest record. */
    public static final int MAX_RECORD_BYTES = RecordFormat.MAX_PAYLOAD;

    private final SegmentFiles files;
    private final Object forcing = new Object(); // no segment is closed while it is being forced
    private volatile SegmentFile current;
    private long number;
    private long length;
    private boolean dirtyEnd;
    private ByteBuffer batch = ByteBuffer.allocateDirect(1 << 16);

    private Journal(SegmentFiles files, long number) throws IOException {
        this.files = files;
        this.number = number;
        this.current = files.create(number);
    }

    /** Starts a new segment {@code number}; older ones are read by {@link SegmentReader} and never appended to. */
    public static Journal start(SegmentFiles files, long number) throws IOException {
        return new Journal(files, number);
    }

    /** Appends the records with one write. Either all are in the journal, or none and the failure is thrown. */
    public void append(List<byte[]> records) throws IOException {
        if (dirtyEnd) {
            cutBack();
        }
        ByteBuffer bytes = encode(records);
        int size = bytes.remaining();
        try {
            current.append(bytes);
        } catch (IOException e) {
            dirtyEnd = true;
            undo(e);
            throw e;
        }
        length += size;
    }

    /** Takes back the last append of {@code bytes} bytes, whose force failed: what is not certain must not reappear. */
    public void retract(long bytes) throws IOException {
        length -= bytes;
        dirtyEnd = true;
        cutBack();
    }

    /** Bytes that these records take in a segment. */
    public static long sizeOf(List<byte[]> records) {
        long size = 0;
        for (byte[] record : records) {
            size += RecordFormat.HEADER + (long) record.length;
        }
        return size;
    }

    /** Returns when everything appended before the call is on the disk. */
    public void force() throws IOException {
        synchronized (forcing) {
            current.force();
        }
    }

    /** Bytes in the current segment. */
    public long length() {
        return length;
    }

    /** Number of the current segment. */
    public long number() {
        return number;
    }

    /** Closes the current segment, unforced, and starts the next; returns the number of the closed one. */
    public long rotate() throws IOException {
        if (dirtyEnd) {
            cutBack();
        }
        SegmentFile next = files.create(number + 1);
        SegmentFile old = current;
        current = next;
        length = 0;
        number++;
        synchronized (forcing) {
            old.close();
        }
        return number - 1;
    }

    @Override
    public void close() throws IOException {
        try (SegmentFile closing = current) {
            closing.force();
        }
    }

    private ByteBuffer encode(List<byte[]> records) {
        long size = sizeOf(records);
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a batch of " + size + " bytes; at most " + Integer.MAX_VALUE);
        }
        if (batch.capacity() < size) {
            batch = ByteBuffer.allocateDirect((int) Math.min(Integer.MAX_VALUE, Math.max(size, 2L * batch.capacity())));
        }
        batch.clear();
        for (byte[] record : records) {
            if (record.length > MAX_RECORD_BYTES) {
                throw new IllegalArgumentException(
                        "a journal record of " + record.length + " bytes; at most " + MAX_RECORD_BYTES);
            }
            RecordFormat.write(record, batch);
        }
        return batch.flip();
    }

    private void undo(IOException cause) {
        try {
            cutBack();
        } catch (IOException again) {
            cause.addSuppressed(again); // the next append tries again before it writes
        }
    }

    private void cutBack() throws IOException {
        current.truncate(length);
        dirtyEnd = false;
    }
}
