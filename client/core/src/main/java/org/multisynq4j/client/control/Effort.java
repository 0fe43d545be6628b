package org.multisynq4j.client.control;

/**
 * What a piece of work that is done in slices took.
 *
 * @param ms from beginning to end
 * @param longestMs the longest time the thread was not given back
 */
public record Effort(double ms, double longestMs) {}
