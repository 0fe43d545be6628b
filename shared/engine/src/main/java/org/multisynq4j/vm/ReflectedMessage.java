package org.multisynq4j.vm;

import java.util.List;
import java.util.Optional;
import org.multisynq4j.json.JsonObject;

/** A message the reflector sequenced, decrypted and checked by the client, ready to be executed. */
public sealed interface ReflectedMessage
        permits ReflectedMessage.FromParticipant, UsersMessage, ReflectedMessage.Tally, ReflectedMessage.Ignored {
    /** Teatime in ms; never less than that of the message before. */
    double time();

    /** Sequence number, an unsigned 32-bit number that wraps around. */
    int seq();

    /**
     * What a participant sent.
     *
     * @param viewId the sender, authenticated by the envelope
     * @param epoch names the sender's run of counters, authenticated as well
     * @param counter increases by one with each message of the sender
     * @param message the opened content
     */
    record FromParticipant(double time, int seq, String viewId, String epoch, long counter, ParticipantMessage message)
            implements ReflectedMessage {}

    /**
     * The reflector's count of votes.
     *
     * @param topic {@code snapshot} or {@code persist}
     * @param sendTime the teatime the votes are about
     * @param votes each vote with the number of participants who cast it
     * @param missing how many participants did not vote in time
     */
    record Tally(double time, int seq, String topic, double sendTime, List<Vote> votes, int missing)
            implements ReflectedMessage {}

    /** One vote of a tally. */
    record Vote(JsonObject content, int count) {}

    /**
     * A message that takes its place in the sequence but has no effect.
     *
     * @param suspicion why it was not understood, if that deserves a report: it was forged, damaged, or sealed with another key
     */
    record Ignored(double time, int seq, Optional<String> suspicion) implements ReflectedMessage {}
}
