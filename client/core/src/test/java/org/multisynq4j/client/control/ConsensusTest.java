package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.Divergence.Standing;
import org.multisynq4j.vm.ReflectedMessage.Vote;

class ConsensusTest {
    private static Vote vote(String hash, String viewId, double cost) {
        return new Vote(viewId, cost, hash, Optional.empty());
    }

    @Test
    void theCheapestOfAllActsIfAllAgree() {
        Consensus consensus = new Consensus(List.of(vote("h", "a", 3), vote("h", "b", 1), vote("h", "c", 2)));

        assertThat(consensus.hash()).contains("h");
        assertThat(consensus.isWinner("b")).isTrue();
        assertThat(consensus.isWinner("a")).isFalse();
        assertThat(consensus.divergence(0, "a")).isEmpty();
    }

    @Test
    void theLargestGroupDecidesAndTheOthersLearnThatTheyAreOutvoted() {
        Consensus consensus = new Consensus(List.of(vote("x", "a", 1), vote("h", "b", 9), vote("h", "c", 8)));

        assertThat(consensus.isWinner("c")).isTrue();
        assertThat(consensus.isWinner("a")).isFalse();
        assertThat(consensus.divergence(5, "a")).hasValueSatisfying(divergence -> {
            assertThat(divergence.outvoted()).isTrue();
            assertThat(divergence.time()).isEqualTo(5);
            assertThat(divergence.groups().get(0).hash()).isEqualTo("h");
            assertThat(divergence.groups().get(0).viewIds()).containsExactly("b", "c");
        });
        assertThat(consensus.divergence(5, "b"))
                .hasValueSatisfying(d -> assertThat(d.outvoted()).isFalse());
    }

    @Test
    void equallyLargeGroupsAreDecidedByHashAndEqualCostsByViewId() {
        assertThat(new Consensus(List.of(vote("x", "a", 1), vote("h", "b", 1))).hash())
                .contains("h");
        assertThat(new Consensus(List.of(vote("h", "b", 1), vote("h", "a", 1))).isWinner("a"))
                .isTrue();
    }

    @Test
    void nobodyActsIfNobodyVoted() {
        assertThat(new Consensus(List.of()).hash()).isEmpty();
        assertThat(new Consensus(List.of()).isWinner("a")).isFalse();
    }

    private static Vote vote(String hash, String viewId, double cost, String state) {
        return new Vote(viewId, cost, hash, Optional.of(state));
    }

    @Test
    void whoToldAStateActsEvenIfOthersAreCheaper() {
        Consensus consensus = new Consensus(List.of(vote("h", "a", 1), vote("h", "b", 9, "s"), vote("h", "c", 8, "s")));

        assertThat(consensus.winner()).contains("c");
        assertThat(consensus.state()).contains("s");
        assertThat(consensus.divergence(0, "a")).isEmpty();
    }

    @Test
    void ofThoseWhoExecutedTheSameTheLargestStateDecides() {
        Consensus consensus = new Consensus(List.of(
                vote("h", "silent", 0),
                vote("h", "astray", 1, "t"),
                vote("h", "b", 3, "s"),
                vote("h", "c", 2, "s"),
                vote("x", "d", 0, "s")));

        assertThat(consensus.winner()).contains("c");
        assertThat(consensus.divergence(5, "astray")).hasValueSatisfying(divergence -> {
            assertThat(divergence.standing()).isEqualTo(Standing.OUTVOTED_BY_STATE);
            assertThat(divergence.groups()).hasSize(3);
            assertThat(divergence.groups().get(0).viewIds()).containsExactly("silent", "b", "c");
            assertThat(divergence.groups().get(0).state()).isEqualTo("s");
            assertThat(divergence.groups().get(1).viewIds()).containsExactly("astray");
            assertThat(divergence.groups().get(2).viewIds()).containsExactly("d");
        });
        assertThat(consensus.divergence(5, "d"))
                .hasValueSatisfying(d -> assertThat(d.standing()).isEqualTo(Standing.OUTVOTED_BY_TRACE));
        assertThat(consensus.divergence(5, "silent"))
                .hasValueSatisfying(d -> assertThat(d.standing()).isEqualTo(Standing.AGREED));
    }

    @Test
    void equallyLargeStatesAreDecidedByTheSmallerHash() {
        Consensus consensus = new Consensus(List.of(vote("h", "a", 1, "t"), vote("h", "b", 2, "s")));

        assertThat(consensus.winner()).contains("b");
        assertThat(consensus.divergence(0, "a"))
                .hasValueSatisfying(d -> assertThat(d.outvoted()).isTrue());
    }
}
