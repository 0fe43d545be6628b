package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.client.Divergence;
import org.multisynq4j.client.Divergence.Standing;
import org.multisynq4j.vm.ReflectedMessage;

/**
 * What a tally says: which hash most voted for, and who of them is to act. Every participant comes to the same conclusion.
 *
 * <p>The largest group by hash decides, in it the largest by state; who told no state counts as one of those, but acts only if nobody told one. Of those who may act
 * the cheapest does.
 */
final class Consensus {
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private static final class Voters {
        private double bestCost = Double.POSITIVE_INFINITY;
        private String winner = "";
        private final List<String> viewIds = new ArrayList<>();

        void add(ReflectedMessage.Vote vote) {
            String viewId = vote.viewId();
            viewIds.add(viewId);
            if (vote.cost() < bestCost || vote.cost() == bestCost && viewId.compareTo(winner) < 0) {
                bestCost = vote.cost();
                winner = viewId;
            }
        }

        int count() {
            return viewIds.size();
        }
    }

    private static final class Group {
        private final Voters all = new Voters();
        private final Map<String, Voters> byState = new LinkedHashMap<>();

        Optional<String> state() {
            return largest(byState);
        }

        Voters able() {
            return state().map(byState::get).orElse(all);
        }
    }

    /** Counts the votes. */
    Consensus(List<ReflectedMessage.Vote> votes) {
        for (ReflectedMessage.Vote vote : votes) {
            Group group = groups.computeIfAbsent(vote.hash(), h -> new Group());
            group.all.add(vote);
            vote.state().ifPresent(state -> group.byState
                    .computeIfAbsent(state, s -> new Voters())
                    .add(vote));
        }
    }

    private static Optional<String> largest(Map<String, Voters> candidates) {
        String best = null;
        for (Map.Entry<String, Voters> entry : candidates.entrySet()) {
            if (best == null) {
                best = entry.getKey();
                continue;
            }
            int more = entry.getValue().count() - candidates.get(best).count();
            if (more > 0 || more == 0 && entry.getKey().compareTo(best) < 0) {
                best = entry.getKey();
            }
        }
        return Optional.ofNullable(best);
    }

    /** The hash of the largest group; of equally large ones the smaller hash. Empty if nobody voted. */
    Optional<String> hash() {
        Map<String, Voters> voters = new LinkedHashMap<>();
        groups.forEach((hash, group) -> voters.put(hash, group.all));
        return largest(voters);
    }

    /** The state of the largest group by state within the largest group; empty if none of them told one. */
    Optional<String> state() {
        return hash().flatMap(hash -> groups.get(hash).state());
    }

    /** Who is to act; empty if nobody voted. */
    Optional<String> winner() {
        return hash().map(hash -> groups.get(hash).able().winner);
    }

    /** True if this voter is the one to act. */
    boolean isWinner(String viewId) {
        return winner().filter(viewId::equals).isPresent();
    }

    /** The disagreement, if there is one. */
    Optional<Divergence> divergence(double time, String ownViewId) {
        String agreed = hash().orElse("");
        List<Divergence.Group> found = new ArrayList<>();
        Standing standing = Standing.AGREED;
        for (Map.Entry<String, Group> entry : groups.entrySet()) {
            boolean first = entry.getKey().equals(agreed);
            List<Divergence.Group> parts = split(entry.getKey(), entry.getValue());
            found.addAll(first ? 0 : found.size(), parts);
            if (!first && entry.getValue().all.viewIds.contains(ownViewId)) {
                standing = Standing.OUTVOTED_BY_TRACE;
            } else if (first
                    && !parts.get(0).viewIds().contains(ownViewId)
                    && entry.getValue().all.viewIds.contains(ownViewId)) {
                standing = Standing.OUTVOTED_BY_STATE;
            }
        }
        return found.size() < 2 ? Optional.empty() : Optional.of(new Divergence(time, found, standing));
    }

    /** Who voted for what, for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        groups.forEach((hash, group) -> {
            for (Divergence.Group part : split(hash, group)) {
                text.append(text.length() == 0 ? "" : "; ").append(String.join(", ", part.viewIds()));
                text.append(" for ").append(hash);
                text.append(part.state().isEmpty() ? ", state not known" : ", state " + part.state());
            }
        });
        return text.length() == 0 ? "none" : text.toString();
    }

    /** By state, the largest first; whoever told none is in it. */
    private static List<Divergence.Group> split(String hash, Group group) {
        String agreed = group.state().orElse("");
        List<String> first = new ArrayList<>(group.all.viewIds);
        List<Divergence.Group> parts = new ArrayList<>();
        group.byState.forEach((state, voters) -> {
            if (!state.equals(agreed)) {
                first.removeAll(voters.viewIds);
                parts.add(new Divergence.Group(hash, state, voters.viewIds));
            }
        });
        parts.add(0, new Divergence.Group(hash, agreed, first));
        return parts;
    }
}
