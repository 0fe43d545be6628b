package org.multisynq4j.server.socket;

/**
 * Bounds of one socket.
 *
 * @param queuedBytes bytes waiting to be written beyond which a consumer counts as too slow
 * @param syncBytes further bytes allowed while large frames (the answer to a join) are on their way
 * @param largeFrameBytes from this size on a frame counts as such
 * @param unhandledBytes bytes received and not yet handled beyond which the sender is cut off
 * @param closeGraceMs milliseconds the other side has to answer a close before the connection is dropped
 * @param pingDelayMs milliseconds from connecting to the first ping
 * @param pingEveryMs milliseconds between later pings: browsers slow timers of hidden pages down, but answer pings
 * @param idleMs milliseconds without any traffic after which the connection is dropped
 */
public record SocketLimits(
        long queuedBytes,
        long syncBytes,
        int largeFrameBytes,
        long unhandledBytes,
        int closeGraceMs,
        int pingDelayMs,
        int pingEveryMs,
        int idleMs) {
    /** What the server uses. */
    public static final SocketLimits DEFAULTS =
            new SocketLimits(8L << 20, 256L << 20, 256 << 10, 4L << 20, 5_000, 100, 20_000, 120_000);
}
