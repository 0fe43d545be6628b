package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.Divergence.Standing;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.vm.ReflectedMessage.Vote;

class ConsensusTest {
    private static Vote vote(String hash, String viewId, double cost) {
        return new Vote(
                JsonObject.builder()
                        .put("hash", hash)
                        .put("viewId", viewId)
                        .put("ms", cost)
                        .build(),
                1);
    }

    @Test
    void theCheapestOfAllActsIfAllAgree() {
        Consensus consensus = new Consensus(List.of(vote("h", "a", 3), vote("h", "b", 1), vote("h", "c", 2)), "ms");

        assertThat(consensus.hash()).contains("h");
        assertThat(consensus.isWinner("b")).isTrue();
        assertThat(consensus.isWinner("a")).isFalse();
        assertThat(consensus.divergence(0, "a")).isEmpty();
    }

    @Test
    void theLargestGroupDecidesAndTheOthersLearnThatTheyAreOutvoted() {
        Consensus consensus = new Consensus(List.of(vote("x", "a", 1), vote("h", "b", 9), vote("h", "c", 8)), "ms");

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
        assertThat(new Consensus(List.of(vote("x", "a", 1), vote("h", "b", 1)), "ms").hash())
                .contains("h");
        assertThat(new Consensus(List.of(vote("h", "b", 1), vote("h", "a", 1)), "ms").isWinner("a"))
                .isTrue();
    }

    @Test
    void votesThatLackSomethingAreNotCounted() {
        Vote empty = new Vote(JsonObject.EMPTY, 1000);
        assertThat(new Consensus(List.of(empty), "ms").hash()).isEmpty();
        assertThat(new Consensus(List.of(empty, vote("h", "a", 1)), "ms").isWinner("a"))
                .isTrue();
        assertThat(new Consensus(List.of(), "ms").isWinner("a")).isFalse();
    }

    private static Vote vote(String hash, String viewId, double cost, String state) {
        return new Vote(
                JsonObject.builder()
                        .put("hash", hash)
                        .put("viewId", viewId)
                        .put("ms", cost)
                        .put("state", state)
                        .build(),
                1);
    }

    @Test
    void whoToldAStateActsEvenIfOthersAreCheaper() {
        Consensus consensus =
                new Consensus(List.of(vote("h", "a", 1), vote("h", "b", 9, "s"), vote("h", "c", 8, "s")), "ms");

        assertThat(consensus.winner()).contains("c");
        assertThat(consensus.state()).contains("s");
        assertThat(consensus.divergence(0, "a")).isEmpty();
    }

    @Test
    void ofThoseWhoExecutedTheSameTheLargestStateDecides() {
        Consensus consensus = new Consensus(
                List.of(
                        vote("h", "silent", 0),
                        vote("h", "astray", 1, "t"),
                        vote("h", "b", 3, "s"),
                        vote("h", "c", 2, "s"),
                        vote("x", "d", 0, "s")),
                "ms");

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
        Consensus consensus = new Consensus(List.of(vote("h", "a", 1, "t"), vote("h", "b", 2, "s")), "ms");

        assertThat(consensus.winner()).contains("b");
        assertThat(consensus.divergence(0, "a"))
                .hasValueSatisfying(d -> assertThat(d.outvoted()).isTrue());
    }

    @Test
    void aStateThatIsNoTextCountsAsNone() {
        Vote odd = new Vote(
                JsonObject.builder()
                        .put("hash", "h")
                        .put("viewId", "a")
                        .put("ms", 1)
                        .put("state", 5)
                        .build(),
                1);

        assertThat(new Consensus(List.of(odd), "ms").state()).isEmpty();
        assertThat(new Consensus(List.of(odd), "ms").winner()).contains("a");
    }
}
