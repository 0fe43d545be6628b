package org.multisynq4j.vm;

import java.util.List;

/** The content of a participant's sealed message. */
public sealed interface ParticipantMessage permits ParticipantMessage.Events, ParticipantMessage.SnapshotPoll {
    /** The sender's teatime in ms when it was sealed. */
    double sealedAt();

    /** Events a view published, executed in order. */
    record Events(double sealedAt, List<Published> events) implements ParticipantMessage {}

    /** Asks everybody to vote on the state, so that a snapshot can be taken. */
    record SnapshotPoll(double sealedAt) implements ParticipantMessage {}

    /**
     * One published event.
     *
     * @param payload the data, encoded by the payload codec
     */
    record Published(String scope, String event, byte[] payload) {}
}
