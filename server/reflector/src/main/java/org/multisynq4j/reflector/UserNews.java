package org.multisynq4j.reflector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.protocol.Participant;
import org.multisynq4j.protocol.Payload;

/** Who joined and left since the last users message; collected for a moment, because people come and go in groups. */
final class UserNews {
    static final double COLLECT_MS = 200;
    /** How long those who were there before a restart may take to come back: about two attempts of a client that backs off. */
    static final double RETURN_MS = 1_500;

    private final List<Participant> joined = new ArrayList<>();
    private final List<Participant> left = new ArrayList<>();
    private double dueMs = Double.POSITIVE_INFINITY;
    private double notBeforeMs = Double.NEGATIVE_INFINITY;

    /** Nothing is told before this time. */
    void collectAtLeast(double untilMs) {
        notBeforeMs = untilMs;
    }

    void joined(Participant user, double nowMs) {
        joined.add(user);
        due(nowMs);
    }

    void left(Participant user, double nowMs) {
        left.add(user);
        due(nowMs);
    }

    private void due(double nowMs) {
        dueMs = Math.min(dueMs, Math.max(notBeforeMs, nowMs + COLLECT_MS));
    }

    double dueMs() {
        return dueMs;
    }

    /**
     * What is to be told, if anything; collecting starts anew. Who left and came back (or the other way round) is not mentioned: compared by view id, since
     * encrypted view data of the same person differs each time.
     *
     * @param plainLeft tell only the view ids of those who left, which is all clients need and what lets them find themselves in it
     */
    Optional<Payload> take(int active, int total, boolean plainLeft) {
        List<Participant> leftIds = new ArrayList<>();
        for (Participant user : left) {
            if (!removeFirst(joined, user.viewId())) {
                leftIds.add(plainLeft ? Participant.of(user.viewId()) : user);
            }
        }
        List<Participant> joinedNow = List.copyOf(joined);
        joined.clear();
        left.clear();
        dueMs = Double.POSITIVE_INFINITY;
        if (joinedNow.isEmpty() && leftIds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Payload.Users(active, total, joinedNow, leftIds));
    }

    private static boolean removeFirst(List<Participant> users, String viewId) {
        for (int i = 0; i < users.size(); i++) {
            if (users.get(i).viewId().equals(viewId)) {
                users.remove(i);
                return true;
            }
        }
        return false;
    }
}
