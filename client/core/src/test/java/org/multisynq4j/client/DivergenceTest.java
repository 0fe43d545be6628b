package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimWorld;

class DivergenceTest {
    @Test
    void participantsThatComputeSomethingElseAreFoundAtTheNextVote() {
        SimWorld world = new SimWorld(1);
        Session a = world.live();
        Session b = world.live();
        Session astray = world.live();
        List<Divergence> seen = new ArrayList<>();
        List<Divergence> seenAstray = new ArrayList<>();
        a.onDivergence(seen::add);
        astray.onDivergence(seenAstray::add);
        world.run(6000);

        astray.model(NoteModel.class).disturb();
        world.run(2000);
        b.forceSnapshot();
        world.run(3000);

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).outvoted()).isFalse();
        assertThat(seen.get(0).groups()).hasSize(2);
        assertThat(seen.get(0).groups().get(0).viewIds()).containsExactlyInAnyOrder(a.viewId(), b.viewId());
        assertThat(seenAstray).hasSize(1);
        assertThat(seenAstray.get(0).outvoted()).isTrue();
        Session late = world.live();
        world.awaitEqualTime(List.of(a, late));
        assertThat(late.stateHash()).isEqualTo(a.stateHash());
    }
}
