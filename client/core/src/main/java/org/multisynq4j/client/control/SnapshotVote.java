package org.multisynq4j.client.control;

/**
 * What this participant has to say about the state right after a poll.
 *
 * @param id the poll
 * @param traceHash of this replica, right after it
 * @param cost what storing the image would cost this participant
 * @param timeline the reflector's run it belongs to
 */
record SnapshotVote(ImageId id, String traceHash, double cost, String timeline) {}
