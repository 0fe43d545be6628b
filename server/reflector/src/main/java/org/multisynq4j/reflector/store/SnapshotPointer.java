package org.multisynq4j.reflector.store;

/**
 * Where a snapshot is and what it contains.
 *
 * @param timeMs teatime of the snapshot
 * @param seq the last message contained in it
 * @param url path below {@code files} (no leading slash), or an absolute URL where foreign files are allowed
 */
public record SnapshotPointer(long timeMs, long seq, String url) {}
