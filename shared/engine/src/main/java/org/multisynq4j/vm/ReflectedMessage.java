package org.multisynq4j.vm;

import java.util.List;
import java.util.Optional;

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
     * The reflector's collection of votes.
     *
     * @param topic {@code snapshot} or {@code persist}
     * @param sendTime the teatime the votes are about
     * @param votes those that are authentic, of whomever
     * @param refused how many others the reflector passed off as votes
     */
    record Tally(double time, int seq, String topic, double sendTime, List<Vote> votes, int refused)
            implements ReflectedMessage {}

    /**
     * One vote of a tally.
     *
     * @param viewId the voter, as somebody with the password says
     * @param cost what acting would cost it; finite
     * @param hash keyed hash of what is voted on
     * @param state keyed hash of the whole state, where that is asked for and known
     */
    record Vote(String viewId, double cost, String hash, Optional<String> state) {}

    /**
     * A message that takes its place in the sequence but has no effect.
     *
     * @param suspicion why it was not understood, if that deserves a report: it was forged, damaged, or sealed with another key
     */
    record Ignored(double time, int seq, Optional<String> suspicion) implements ReflectedMessage {}
}
