package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.SimPlatform;

/** When second replicas in workers begin and end, and what happens when they fail. */
class ShadowLifeTest extends ShadowScene {
    @Test
    void aJoinerIsLiveBeforeItsWorkerStarts() {
        SimPlatform platform = world.platform();

        Session session = world.live(platform, verbose());

        assertThat(session.state()).isEqualTo(SessionState.LIVE);
        assertThat(platform.workers.started).isZero();
        world.run(2000);
        assertThat(platform.workers.started).isEqualTo(1);
    }

    @Test
    void aWorkerThatDiesIsReplacedOnce() {
        SimPlatform platform = world.platform();
        Session a = world.live(platform, verbose());
        world.run(6000);
        snapshot(a);
        a.publish("notes", "add", "after the snapshot");
        world.run(4000);

        platform.workers.kill();
        world.run(3000);
        snapshot(a);

        assertThat(platform.workers.started).isEqualTo(2);
        assertThat(platform.workers.commands).anyMatch(command -> command.startsWith("{\"do\":\"load\""));
        assertThat(world.files.urls()).hasSize(2);
        assertALateJoinerAgrees(a);

        platform.workers.kill();
        world.run(6000);
        snapshot(a);

        assertThat(platform.workers.started).isEqualTo(2);
        assertThat(lines(platform, "going on without")).hasSize(1);
        assertThat(lines(platform, "own image")).hasSize(1);
        assertThat(world.files.urls()).hasSize(3);
    }

    @Test
    void aWorkerThatHangsIsReplaced() {
        SimPlatform platform = world.platform();
        platform.workers.hanging = true;
        Session a = world.live(platform, verbose());
        world.run(6000);
        platform.workers.hanging = false;
        world.run(30_000);

        assertThat(lines(platform, "it says nothing")).hasSize(1);
        snapshot(a);

        assertThat(platform.workers.started).isEqualTo(2);
        assertThat(world.files.urls()).hasSize(1);
    }

    @Test
    void aWorkerThatIsBusyForLongIsLeftAlone() {
        Session a = world.live();
        for (int i = 0; i < 400; i++) {
            a.publish("notes", "add", "n" + i);
            world.run(60);
        }
        SimPlatform platform = world.platform();
        world.live(platform, verbose());
        world.costPerLook(40);

        world.run(2000);
        for (int i = 0; i < 2000 && lines(platform, "the second replica is at").isEmpty(); i++) {
            world.run(500);
        }

        assertThat(lines(platform, "the second replica is at")).hasSize(1);
        assertThat(platform.workers.events.stream().filter(event -> event.contains("working")))
                .as("signs of life")
                .hasSizeGreaterThan(7);
        assertThat(lines(platform, "it says nothing")).isEmpty();
        assertThat(platform.workers.started).isEqualTo(1);
    }

    @Test
    void aWorkerWhoseStartIsMissingLeavesTheSessionToItself() {
        Session a = world.live();
        world.run(6000);
        snapshot(a);
        SimPlatform platform = world.platform();
        Session b = world.live(platform, verbose());
        a.leave();
        List.copyOf(world.files.urls()).forEach(world.files::corrupt);
        world.run(8000);

        snapshot(b);

        assertThat(lines(platform, "going on without"))
                .singleElement()
                .asString()
                .contains("cannot be used");
        assertThat(world.files.urls()).hasSize(2);
        assertALateJoinerAgrees(b);
    }

    @Test
    void aParticipantThatLosesItsConnectionKeepsItsShadow() {
        SimPlatform platform = world.platform();
        Session a = world.live(platform, verbose());
        world.run(3000);
        platform.network.cut();
        world.run(3000);
        a.publish("notes", "add", "after the cut");
        world.run(1000);

        snapshot(a);

        assertThat(platform.workers.started).isEqualTo(1);
        assertThat(votes(platform)).hasSize(1);
        assertThat(lines(platform, "voting"))
                .singleElement()
                .asString()
                .contains(", state ")
                .doesNotContain("not known");
        assertALateJoinerAgrees(a);
    }

    @Test
    void leavingEndsTheWorker() {
        SimPlatform platform = world.platform();
        Session a = world.live(platform, verbose());
        world.run(3000);
        assertThat(platform.workers.running()).isEqualTo(1);

        a.leave();
        world.run(100);

        assertThat(platform.workers.running()).isZero();
    }
}
