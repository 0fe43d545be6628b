package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.SimPlatform;

/** Snapshots of pages that have no worker, or want no second replica. */
class ShadowOnThePageTest extends ShadowScene {
    private static final double HALF_A_FRAME_MS = 8;

    @Test
    void withoutWorkersTheSameIsDoneOnThePageInSlices() {
        SimPlatform platform = world.visiblePlatform();
        platform.workers.available = false;
        Session a = world.live(platform, verbose());
        world.run(6000);

        snapshot(a);

        assertThat(lines(platform, "on this thread, in slices")).hasSize(1);
        assertThat(lines(platform, "own image")).isEmpty();
        assertThat(world.files.urls()).hasSize(1);
        assertALateJoinerAgrees(a);
    }

    @Test
    void whoHasAWorkerGoesFirst() {
        SimPlatform without = world.platform();
        without.workers.available = false;
        SimPlatform with = world.platform();
        Session a = world.live(without, verbose());
        world.live(with, verbose());
        world.run(6000);

        snapshot(a);

        assertThat(announcements(without)).isEmpty();
        assertThat(announcements(with)).hasSize(1);
    }

    @Test
    void ifNobodyHasASecondReplicaTheSessionStandsStillForSlicesOnly() {
        SimPlatform platform = world.visiblePlatform();
        Session a = world.live(platform, verbose().shadow(false));
        a.publish("notes", "add", "x".repeat(5000));
        world.run(6000);

        snapshot(a);

        assertThat(platform.workers.started).isZero();
        assertThat(lines(platform, "own image")).hasSize(1);
        assertThat(world.files.urls()).hasSize(1);
        assertALateJoinerAgrees(a);
    }

    @Test
    void whoeverHasASecondReplicaSparesTheOthers() {
        SimPlatform bot = world.platform();
        SimPlatform page = world.platform();
        Session a = world.live(bot, verbose().shadow(false));
        world.live(page, verbose());
        world.run(6000);

        snapshot(a);

        assertThat(lines(bot, "state not known")).hasSize(1);
        assertThat(announcements(bot)).isEmpty();
        assertThat(announcements(page)).hasSize(1);
    }

    private static double longest(String line, String step) {
        int at = line.indexOf("at most ", line.indexOf(step)) + "at most ".length();
        return Double.parseDouble(line.substring(at, line.indexOf(' ', at)));
    }

    @Test
    void onThePageNoSliceIsLongerThanFourMs() {
        SimPlatform platform = world.visiblePlatform();
        platform.workers.available = false;
        Session a = world.live(platform, verbose());
        for (int i = 0; i < 150; i++) {
            a.publish("notes", "add", i + "x".repeat(8000));
            world.run(60);
        }
        world.run(6000);
        List<String> before = lines(platform, "] image @");
        world.costPerLook(0.25);

        snapshot(a);

        List<String> taken = new ArrayList<>(lines(platform, "] image @"));
        taken.removeAll(before);
        String line =
                taken.stream().filter(l -> l.contains("hashed")).findFirst().orElseThrow();
        assertThat(longest(line, "hashed")).isBetween(1.0, 5.0);
        assertThat(longest(line, "encoded")).isBetween(1.0, 5.0);
    }

    /** Of virtual time, which goes on whenever somebody looks at the clock: so this shows what never looks, too. */
    @Test
    void takingStoringAndLoadingKeepTheThreadForNoLongerThanHalfAFrame() {
        SimPlatform platform = world.visiblePlatform();
        platform.workers.available = false;
        Session a = world.live(platform, verbose());
        for (int i = 0; i < 150; i++) {
            a.publish("notes", "add", i + "x".repeat(8000));
            world.run(60);
        }
        world.run(6000);
        world.costPerLook(0.25);

        a.forceSnapshot();
        assertThat(world.longestTaskMs(10_000)).as("taking and storing").isBetween(4.0, HALF_A_FRAME_MS);
        assertThat(lines(platform, "snapshot uploaded")).isNotEmpty();

        world.costPerLook(0);
        SimPlatform another = world.visiblePlatform();
        another.workers.available = false;
        Session late = world.live(another, verbose());
        assertThat(lines(another, "the second replica is at")).isEmpty();
        world.costPerLook(0.25);
        assertThat(world.longestTaskMs(10_000)).as("loading").isBetween(4.0, HALF_A_FRAME_MS);
        assertThat(lines(another, "the second replica is at")).hasSize(1);
        world.costPerLook(0);
        world.run(1_000);
        world.awaitEqualTime(List.of(late, a));
        assertThat(late.stateHash()).isEqualTo(a.stateHash());
    }

    @Test
    void aPageThatBecomesVisibleIsNoLongerTakenForLong() {
        SimPlatform platform = world.visiblePlatform();
        platform.workers.available = false;
        platform.frames.show(false);
        Session a = world.live(platform, verbose().autoSleep(0));
        for (int i = 0; i < 150; i++) {
            a.publish("notes", "add", i + "x".repeat(8000));
            world.run(60);
        }
        world.run(6000);
        platform.frames.show(true);
        world.costPerLook(0.25);

        a.forceSnapshot();

        assertThat(world.longestTaskMs(10_000)).isBetween(4.0, HALF_A_FRAME_MS);
        assertThat(lines(platform, "snapshot uploaded")).isNotEmpty();
    }
}
