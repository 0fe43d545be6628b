package org.multisynq4j.store.journal;

import java.io.IOException;
import java.util.List;

/** The few file operations the journal needs; a port, so that tests can fail, cut or damage each of them. */
public interface SegmentFiles {

    /** The numbers of all segments present, ascending. */
    List<Long> list() throws IOException;

    /** Creates an empty segment whose name survives a power cut; fails if it exists. */
    SegmentFile create(long number) throws IOException;

    /** The whole content of a segment. */
    byte[] read(long number) throws IOException;

    /** Removes a segment; does nothing if it is gone. */
    void delete(long number) throws IOException;

    /** Takes a damaged segment out of the list but keeps its bytes for the operator; returns its new name. */
    String setAside(long number) throws IOException;

    /** The name of a segment in messages: its path for real files. */
    String nameOf(long number);
}
