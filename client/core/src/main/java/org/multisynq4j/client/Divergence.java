package org.multisynq4j.client;

import java.util.List;

/**
 * Participants computed different states.
 *
 * @param time the teatime in ms the votes are about
 * @param groups how many participants voted for each state, the agreed one first
 * @param outvoted true if this replica is not in the first group
 */
public record Divergence(double time, List<Group> groups, boolean outvoted) {
    public Divergence {
        groups = List.copyOf(groups);
    }

    /**
     * Those who agree with each other.
     *
     * @param hash of their state
     * @param viewIds who they are
     */
    public record Group(String hash, List<String> viewIds) {
        public Group {
            viewIds = List.copyOf(viewIds);
        }
    }
}
