package org.multisynq4j.vm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.snapshot.Stored;

/** The views that are here, in order of arrival, kept from the reflector's users messages (docs/protocol.md, join and exit). */
final class Participants implements Stored {
    private final Map<String, Participant> byId = new LinkedHashMap<>();

    /** Told of real arrivals and departures, not of reconnects. */
    interface Changes {
        void exited(ViewInfo view);

        void joined(ViewInfo view);

        /** The reflector's count differs from ours. */
        void miscounted(int here, int reported);
    }

    void apply(UsersMessage users, Changes changes) {
        List<String> left = new ArrayList<>(users.left());
        List<ViewInfo> joined = new ArrayList<>(users.joined());
        if (joined.size() == users.active()) {
            // The session resumed from nobody: whoever is still in the table has left unseen.
            byId.values().forEach(Participant::forgetExtraConnections);
            left = new ArrayList<>(byId.keySet());
        }
        removePairs(left, joined);
        for (String viewId : left) {
            exit(viewId, changes);
        }
        for (ViewInfo view : joined) {
            join(view, changes);
        }
        int connections = connections();
        if (connections != users.active()) {
            changes.miscounted(connections, users.active());
        }
    }

    /** The reflector counts connections: a view that reconnected is there twice until the leave of the first one is reported. */
    private int connections() {
        int count = 0;
        for (Participant participant : byId.values()) {
            count += 1 + participant.extraConnections();
        }
        return count;
    }

    private static void removePairs(List<String> left, List<ViewInfo> joined) {
        for (int i = joined.size() - 1; i >= 0; i--) {
            if (left.remove(joined.get(i).viewId())) {
                joined.remove(i);
            }
        }
    }

    private void exit(String viewId, Changes changes) {
        Participant participant = byId.get(viewId);
        if (participant != null && !participant.dropConnection()) {
            byId.remove(viewId);
            changes.exited(participant.info());
        }
    }

    private void join(ViewInfo view, Changes changes) {
        Participant known = byId.get(view.viewId());
        if (known != null) {
            known.addConnection();
        } else {
            byId.put(view.viewId(), new Participant(view));
            changes.joined(view);
        }
    }

    boolean isHere(String viewId) {
        return byId.containsKey(viewId);
    }

    int count() {
        return byId.size();
    }

    List<ViewInfo> list() {
        List<ViewInfo> views = new ArrayList<>(byId.size());
        for (Participant participant : byId.values()) {
            views.add(participant.info());
        }
        return List.copyOf(views);
    }
}
