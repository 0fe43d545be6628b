package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
}
