package org.multisynq4j.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One journal file being written. Used by one thread, except {@link #force()}, which may run beside an append. */
public interface SegmentFile extends Closeable {

    /** Writes all remaining bytes at the end; on failure any part of them may be in the file. */
    void append(ByteBuffer bytes) throws IOException;

    /** Returns when everything appended before the call is on the disk. */
    void force() throws IOException;

    /** Cuts the file to {@code length} bytes. */
    void truncate(long length) throws IOException;

    @Override
    void close() throws IOException;
}
