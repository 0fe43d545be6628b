package org.multisynq4j.reflector.store;

import java.util.List;

/**
 * Where a snapshot is and what it contains.
 *
 * @param timeMs teatime of the snapshot
 * @param seq the last message contained in it
 * @param url path below {@code files} (no leading slash), or an absolute URL where foreign files are allowed
 * @param files ids of the parts it needs besides, all in the session's own directory of parts
 */
public record SnapshotPointer(long timeMs, long seq, String url, List<String> files) {
    public SnapshotPointer {
        files = List.copyOf(files);
    }

    /** A snapshot of one file. */
    public SnapshotPointer(long timeMs, long seq, String url) {
        this(timeMs, seq, url, List.of());
    }
}
