package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;

class CatchingUpTest {
    @Test
    void aLongLogIsReplayedInSlicesThatLeaveThePageResponsive() {
        SimWorld world = new SimWorld(1);
        Session first = world.live(world.platform(), SimWorld.join().eventRateLimit(60));
        for (int i = 0; i < 600; i++) {
            first.publish("notes", "add", "n" + i);
            world.run(20);
        }
        world.costPerLook(0.125);
        SimPlatform page = world.visiblePlatform();
        List<Double> progress = new ArrayList<>();
        List<SessionState> states = new ArrayList<>();
        Session late = Session.begin(page, SimWorld.join().onProgress(progress::add));
        late.onState(states::add);
        world.run(3000);

        assertThat(states).containsExactly(SessionState.CATCHING_UP, SessionState.LIVE);
        assertThat(progress).hasSizeGreaterThan(5).isSorted();
        assertThat(progress.get(0)).isLessThan(0.5);
        assertThat(late.model(NoteModel.class).notes()).hasSize(600);
    }

    @Test
    void whoLosesTheConnectionWhileCatchingUpGoesOnWhereItWas() {
        for (int seed = 1; seed <= 20; seed++) {
            SimWorld world = new SimWorld(seed);
            Session first = world.live();
            first.publish("notes", "add", "early");
            world.run(5000);
            SimPlatform page = world.platform();
            Session late = Session.begin(page, SimWorld.join());
            world.run(20 + seed * 15);
            page.network.cut();
            world.run(3000);

            assertThat(late.state()).as("seed " + seed).isEqualTo(SessionState.LIVE);
            world.awaitEqualTime(List.of(first, late));
            assertThat(late.stateHash()).as("seed " + seed).isEqualTo(first.stateHash());
        }
    }
}
