package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.multisynq4j.client.Divergence;
import org.multisynq4j.vm.ReflectedMessage;

/**
 * What a tally says: which hash most voted for, and who of them is to act. Every participant comes to the same conclusion.
 *
 * <p>A vote is {@code {hash, viewId, <cost>}}; the cheapest voter of the largest group acts. Votes come in clear from the reflector and are hostile like all its
 * input; one that lacks something is not counted.
 */
final class Consensus {
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private static final class Group {
        private int count;
        private double bestCost = Double.POSITIVE_INFINITY;
        private String winner = "";
        private final List<String> viewIds = new ArrayList<>();
    }

    /** Counts the votes; {@code costName} is the member that says what acting would cost the voter. */
    Consensus(List<ReflectedMessage.Vote> votes, String costName) {
        for (ReflectedMessage.Vote vote : votes) {
            Optional<String> hash = vote.content().string("hash");
            Optional<String> viewId = vote.content().string("viewId");
            OptionalDouble cost = vote.content().number(costName);
            if (hash.isPresent() && viewId.isPresent() && cost.isPresent()) {
                add(hash.get(), viewId.get(), cost.getAsDouble(), vote.count());
            }
        }
    }

    private void add(String hash, String viewId, double cost, int count) {
        Group group = groups.computeIfAbsent(hash, h -> new Group());
        group.count += count;
        group.viewIds.add(viewId);
        boolean cheaper = cost < group.bestCost || cost == group.bestCost && viewId.compareTo(group.winner) < 0;
        if (cheaper || group.winner.isEmpty()) {
            group.bestCost = cost;
            group.winner = viewId;
        }
    }

    /** The hash of the largest group; of equally large ones the smaller hash. Empty if nobody voted. */
    Optional<String> hash() {
        String best = null;
        for (Map.Entry<String, Group> entry : groups.entrySet()) {
            if (best == null || beats(entry.getKey(), best)) {
                best = entry.getKey();
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean beats(String hash, String other) {
        int more = groups.get(hash).count - groups.get(other).count;
        return more > 0 || more == 0 && hash.compareTo(other) < 0;
    }

    /** True if this voter is the one to act. */
    boolean isWinner(String viewId) {
        return hash().map(hash -> groups.get(hash).winner.equals(viewId)).orElse(false);
    }

    /** The disagreement, if there is one. */
    Optional<Divergence> divergence(double time, String ownViewId) {
        if (groups.size() < 2) {
            return Optional.empty();
        }
        String agreed = hash().orElse("");
        List<Divergence.Group> found = new ArrayList<>();
        boolean outvoted = false;
        for (Map.Entry<String, Group> entry : groups.entrySet()) {
            List<String> viewIds = entry.getValue().viewIds;
            boolean first = entry.getKey().equals(agreed);
            found.add(first ? 0 : found.size(), new Divergence.Group(entry.getKey(), viewIds));
            outvoted |= !first && viewIds.contains(ownViewId);
        }
        return Optional.of(new Divergence(time, found, outvoted));
    }
}
