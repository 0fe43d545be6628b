package org.multisynq4j.client.control;

import java.util.List;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame;

/** Whether a replica can go on from a SYNC after the connection was lost. */
final class Rejoin {
    private Rejoin() {}

    /**
     * True if the SYNC continues the same timeline and its messages begin no later than where the replica is.
     *
     * @param timeline of the replica
     * @param receivedSeq the last message it received
     * @param stamped the latest time the reflector gave it
     * @param executed how far it has run: a reflector that tells a time and later a message from before it is not honest, and what it left out cannot be made up for
     */
    static boolean possible(ServerFrame.Sync sync, String timeline, int receivedSeq, double stamped, double executed) {
        ServerFrame.SyncHeader header = sync.header();
        if (timeline.isEmpty() || !timeline.equals(header.timeline()) || header.timeMs() < stamped) {
            return false;
        }
        long received = Sequence.normalize(receivedSeq);
        return !Sequence.after(oldest(sync), received)
                && !Sequence.after(received, header.seq())
                && missedSince(sync, received) >= executed;
    }

    /** Time of the first message the replica lacks. */
    private static double missedSince(ServerFrame.Sync sync, long received) {
        for (Message message : sync.messages()) {
            if (Sequence.after(message.seq(), received)) {
                return message.timeMs();
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The message before the first one in the SYNC. */
    private static long oldest(ServerFrame.Sync sync) {
        if (sync.header().start() instanceof ServerFrame.Start.FromSnapshot snapshot) {
            return snapshot.seq();
        }
        List<Message> messages = sync.messages();
        return messages.isEmpty()
                ? sync.header().seq()
                : Sequence.normalize(messages.get(0).seq() - 1);
    }
}
