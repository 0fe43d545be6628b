package org.multisynq4j.reflector.store;

import java.util.List;
import java.util.Optional;

/**
 * Everything about a session besides its log. Written when the session is created, when a snapshot is accepted, every few seconds while it runs (to reserve
 * time) and when it is unloaded.
 *
 * @param name as the first joiner told it, for the operator
 * @param appId empty if the first joiner gave none
 * @param persistentId empty if the first joiner gave none
 * @param codeHash of the first joiner, for the operator
 * @param timeline identity of this run of sequence numbers
 * @param tove the first joiner's check word, repeated to every joiner
 * @param tickMs milliseconds between ticks
 * @param delayMs hold-back after a tick, 0 for none
 * @param flags session-wide flags the first joiner asked for and got
 * @param timeMs teatime no client has seen a later stamp than, messages aside: a session resumes at the later of this and its last message
 * @param seq last sequence number assigned when this record was made; the log may already reach further
 * @param logStartSeq messages up to and including this one are no longer needed
 * @param snapshot the newest snapshot known to be in the file store
 * @param previous the snapshot before it, still usable: the log reaches back to it
 * @param persistedUrl the persistent data the session was started from
 * @param lastPersistTimeMs teatime of the newest accepted SAVE, -1 for none
 * @param completedTallies votes that are over, oldest first
 * @param tallySentinelMs teatime of the newest vote dropped from that list, -1 for none
 * @param memberKey public key whose owner alone may join, as {@link org.multisynq4j.protocol.MemberTexts#KEY}; empty: everybody may
 */
public record SessionRecord(
        String sessionId,
        String name,
        String appId,
        String persistentId,
        String codeHash,
        String timeline,
        String tove,
        double tickMs,
        double delayMs,
        List<String> flags,
        long timeMs,
        long seq,
        long logStartSeq,
        Optional<SnapshotPointer> snapshot,
        Optional<SnapshotPointer> previous,
        Optional<String> persistedUrl,
        long lastPersistTimeMs,
        List<CompletedTally> completedTallies,
        double tallySentinelMs,
        String memberKey) {
    public SessionRecord {
        flags = List.copyOf(flags);
        completedTallies = List.copyOf(completedTallies);
    }
}
