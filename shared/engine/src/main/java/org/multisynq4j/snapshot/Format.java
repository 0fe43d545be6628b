package org.multisynq4j.snapshot;

/** First bytes of encodings. */
final class Format {
    /** "MQS". */
    static final int[] SNAPSHOT_MAGIC = {0x4D, 0x51, 0x53};
    /** Any change that makes old snapshots unreadable, or the same state encode differently, needs a new number. */
    static final int SNAPSHOT_VERSION = 1;

    static final int PAYLOAD_VERSION = 1;

    private Format() {}
}
