package org.multisynq4j.client.recording;

/**
 * How large a recording that is read may be.
 *
 * @param maxBytes the whole file
 * @param maxFactsBytes the description in clear
 * @param maxFiles a snapshot's list of parts, its parts, and those of the snapshots after it
 * @param maxPathBytes the name of a file
 * @param maxLogBytes the messages, unpacked
 */
public record RecordingLimits(long maxBytes, int maxFactsBytes, int maxFiles, int maxPathBytes, int maxLogBytes) {
    /** What a program on the JVM can hold in memory, and more than any server stores of one session. */
    public static final RecordingLimits DEFAULTS = new RecordingLimits(1L << 30, 1 << 20, 100_000, 1024, 256 << 20);
}
