package org.multisynq4j.client;

/**
 * What went over the wire since the session was joined.
 *
 * @param sentFrames frames to the reflector
 * @param sentChars their length
 * @param receivedFrames frames from the reflector
 * @param receivedChars their length
 * @param reconnects connections made after the first
 */
public record Traffic(long sentFrames, long sentChars, long receivedFrames, long receivedChars, int reconnects) {}
