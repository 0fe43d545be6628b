package org.multisynq4j.reflector.store;

/**
 * A vote that is over; late votes with the same key are ignored.
 *
 * @param tuttiKey topic and time of the vote
 * @param sendTimeMs teatime at which it was called
 */
public record CompletedTally(String tuttiKey, double sendTimeMs) {}
