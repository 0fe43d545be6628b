package org.multisynq4j.client;

import java.util.List;

/**
 * Participants computed different states.
 *
 * @param time the teatime in ms the votes are about
 * @param groups those who agree with each other, the agreed state first
 * @param standing where this participant is
 */
public record Divergence(double time, List<Group> groups, Standing standing) {
    public Divergence {
        groups = List.copyOf(groups);
    }

    /** True if this replica is not in the first group. */
    public boolean outvoted() {
        return standing != Standing.AGREED;
    }

    /** Where a participant is when not all agree. */
    public enum Standing {
        /** In the largest group, or it did not vote. */
        AGREED,
        /** It executed something else than most: other messages, random numbers, publications. */
        OUTVOTED_BY_TRACE,
        /** It executed the same as most, and came to another state, which has not shown itself yet. */
        OUTVOTED_BY_STATE
    }

    /**
     * Those who agree with each other.
     *
     * @param hash keyed hash of what they executed
     * @param state keyed hash of their state; empty if none of them told one
     * @param viewIds who they are
     */
    public record Group(String hash, String state, List<String> viewIds) {
        public Group {
            viewIds = List.copyOf(viewIds);
        }
    }
}
