package org.multisynq4j.reflector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All connections of a session, in the order they came, and those whose leave is still delayed. */
final class Clients {
    private final Map<Peer, Client> connected = new LinkedHashMap<>();
    private final List<Client> leaving = new ArrayList<>();
    private List<Peer> active = List.of();

    void add(Client client) {
        connected.put(client.peer, client);
    }

    Optional<Client> find(Peer peer) {
        return Optional.ofNullable(connected.get(peer));
    }

    /** Takes the connection away; a member whose leave is delayed goes to the leaving ones. */
    void disconnect(Client client, boolean keepAsLeaving) {
        connected.remove(client.peer);
        if (keepAsLeaving) {
            client.stage = Client.Stage.LEAVING;
            leaving.add(client);
        }
        changed();
    }

    /** To be called whenever a stage changed. */
    void changed() {
        List<Peer> peers = new ArrayList<>();
        for (Client client : connected.values()) {
            if (client.isActive()) {
                peers.add(client.peer);
            }
        }
        active = List.copyOf(peers);
    }

    /** Who gets messages; the same list object until somebody comes or goes. */
    List<Peer> active() {
        return active;
    }

    /** A copy, so that clients may be disconnected while going through it. */
    List<Client> connected() {
        return List.copyOf(connected.values());
    }

    int connections() {
        return connected.size();
    }

    /** Participants as models count them: also those who may still come back. */
    int activeAndLeaving() {
        int count = active.size();
        for (Client client : leaving) {
            count += client.user().isPresent() ? 1 : 0;
        }
        return count;
    }

    /** The same with spectators. */
    int total() {
        return inStage(Client.Stage.MEMBER) + leaving.size();
    }

    /** Whether nobody takes part, nor is about to. */
    boolean nobodyJoined() {
        // The first test alone decides in a lively session, after every message.
        return active.isEmpty()
                && total() == 0
                && inStage(Client.Stage.WAITING) == 0
                && inStage(Client.Stage.CHALLENGED) == 0;
    }

    private int inStage(Client.Stage stage) {
        int count = 0;
        for (Client client : connected.values()) {
            count += client.stage == stage ? 1 : 0;
        }
        return count;
    }

    /** Those who have been away long enough; they are forgotten here. */
    List<Client> takeLeft(double nowMs) {
        List<Client> left = new ArrayList<>();
        for (Client client : leaving) {
            if (client.leaveAtMs <= nowMs) {
                left.add(client);
            }
        }
        leaving.removeAll(left);
        return left;
    }

    double nextLeaveMs() {
        double next = Double.POSITIVE_INFINITY;
        for (Client client : leaving) {
            next = Math.min(next, client.leaveAtMs);
        }
        return next;
    }
}
