package org.multisynq4j.vm;

import java.util.List;

/** The content of a participant's sealed message. */
public sealed interface ParticipantMessage
        permits ParticipantMessage.Events, ParticipantMessage.SnapshotPoll, ParticipantMessage.Saved {
    /** The sender's teatime in ms when it was sealed. */
    double sealedAt();

    /** Events a view published, executed in order. */
    record Events(double sealedAt, List<Published> events) implements ParticipantMessage {}

    /** Asks everybody to vote on the state, so that a snapshot can be taken. */
    record SnapshotPoll(double sealedAt) implements ParticipantMessage {}

    /**
     * The sender stored persistent data and told the reflector where it is.
     *
     * @param dueTime teatime at which that data became due
     */
    record Saved(double sealedAt, double dueTime) implements ParticipantMessage {}

    /**
     * One published event.
     *
     * @param payload the data, encoded by the payload codec
     */
    record Published(String scope, String event, byte[] payload) {}
}
