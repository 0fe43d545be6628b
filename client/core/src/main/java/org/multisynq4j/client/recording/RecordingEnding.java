package org.multisynq4j.client.recording;

/**
 * The replica of whoever recorded, at the end: what a replay is compared with.
 *
 * @param timeMs teatime in ms, fractional between ticks
 * @param seq the last message executed, unsigned
 * @param image its whole state, as a snapshot has it
 */
public record RecordingEnding(double timeMs, long seq, String traceHash, byte[] image) {}
