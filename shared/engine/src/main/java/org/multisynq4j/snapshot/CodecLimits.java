package org.multisynq4j.snapshot;

/**
 * What a codec accepts at most, in both directions, so that a graph that was written can be read.
 *
 * @param maxBytes of one encoding
 * @param maxObjects with an identity (models, records, collections, arrays, …)
 * @param maxDepth of objects within objects; a linked list of n nodes has depth n
 * @param maxStringBytes of one string in UTF-8
 */
public record CodecLimits(int maxBytes, int maxObjects, int maxDepth, int maxStringBytes) {
    /** For snapshots: 256 MiB, 16 million objects, 4 million deep, strings of 64 MiB. */
    public static final CodecLimits SNAPSHOT = new CodecLimits(256 << 20, 16_000_000, 4_000_000, 64 << 20);
    /** From this encoded size on, an event's payload deserves a warning; bytes. */
    public static final int PAYLOAD_WARN_BYTES = 4096;
    /** Above this encoded size, an event's payload is refused; bytes. */
    public static final int PAYLOAD_MAX_BYTES = 16384;
    /**
     * For payloads. The byte limit is far above {@link #PAYLOAD_MAX_BYTES}: the publisher refuses large payloads and tells the real size; reading old logs
     * must not depend on what that setting was.
     */
    public static final CodecLimits PAYLOAD = new CodecLimits(1 << 20, 100_000, 1_000, 1 << 20);

    public CodecLimits {
        if (maxBytes < 1 || maxObjects < 1 || maxDepth < 1 || maxStringBytes < 1) {
            throw new IllegalArgumentException("every codec limit is at least 1");
        }
    }
}
