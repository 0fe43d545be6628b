package org.multisynq4j.client;

import java.util.List;
import java.util.Optional;
import org.multisynq4j.vm.ReplicaDifference;

/**
 * Participants computed different states.
 *
 * <p>Whoever agrees with most is told when the votes are counted. Whoever does not is told once this participant's replica has been made anew from what most have,
 * with what was found out by comparing both.
 *
 * @param time the teatime in ms the votes are about
 * @param groups those who agree with each other, the agreed state first
 * @param standing where this participant is
 * @param finding what was wrong here; empty for those who agree, and if the replicas could not be compared
 */
public record Divergence(double time, List<Group> groups, Standing standing, Optional<Finding> finding) {
    public Divergence {
        groups = List.copyOf(groups);
    }

    /** Before anything is found out. */
    public Divergence(double time, List<Group> groups, Standing standing) {
        this(time, groups, standing, Optional.empty());
    }

    /** The same with what was found out. */
    public Divergence with(Optional<Finding> found) {
        return new Divergence(time, groups, standing, found);
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
        OUTVOTED_BY_STATE,
        /** Its state is not what its messages make of it: something outside models changed it, most likely a view. */
        CHANGED_FROM_OUTSIDE
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

    /**
     * Where this replica went astray.
     *
     * @param difference the first one: what this replica had is left, what most have is right. Empty if the states could not be compared
     * @param agreed teatime and number of the last message after which all agreed; empty if they never did since this participant came
     * @param firstEvent the first event after that, as {@code chat:post by VIEW @TIME#NUMBER}; empty if there was none or too many to remember
     */
    public record Finding(
            Optional<ReplicaDifference> difference, Optional<String> agreed, Optional<String> firstEvent) {
        @Override
        public String toString() {
            return difference
                            .map(found -> found.path() + " of " + found.model() + " was " + found.left()
                                    + " here and is " + found.right() + " for the others")
                            .orElse("the states could not be compared")
                    + agreed.map(at -> "; last agreed " + at).orElse("; never agreed before")
                    + firstEvent
                            .map(event -> ", the first event after it was " + event)
                            .orElse("");
        }
    }
}
