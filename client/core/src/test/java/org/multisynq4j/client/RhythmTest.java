package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.NoteView;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;

/** When a session runs: with frames, ticks, by hand, not at all. */
class RhythmTest {
    private final SimWorld world = new SimWorld(1);

    private static NoteView view(Session session) {
        return (NoteView) session.view().orElseThrow();
    }

    @Test
    void aHiddenPageRunsOnTicksAndItsEventsAreDelivered() {
        Session session = world.live(world.platform(), SimWorld.join().view(NoteView::new));

        session.publish("notes", "add", "heard");
        world.run(500);

        assertThat(view(session).heard).containsExactly("heard");
        assertThat(view(session).updates).isZero();
    }

    @Test
    void aPageHiddenForLongSleepsAndWakesWithoutItsOldView() {
        SimPlatform page = world.visiblePlatform();
        Session watcher = world.live();
        Session session = world.live(page, SimWorld.join().view(NoteView::new).autoSleep(10));
        String viewId = session.viewId();

        page.frames.show(false);
        world.run(9_900);
        assertThat(session.state()).isEqualTo(SessionState.LIVE);
        world.run(200);
        assertThat(session.state()).isEqualTo(SessionState.DORMANT);
        world.run(60_000);
        assertThat(watcher.model(NoteModel.class).visitors()).endsWith("-" + viewId);

        watcher.publish("notes", "add", "while asleep");
        page.frames.show(true);
        world.run(2000);

        assertThat(session.state()).isEqualTo(SessionState.LIVE);
        assertThat(session.model(NoteModel.class).notes()).containsExactly("while asleep");
        session.publish("notes", "add", "awake");
        world.run(500);
        assertThat(watcher.model(NoteModel.class).notes()).containsExactly("while asleep", "awake");
    }

    @Test
    void whatWasNeverSeenDoesNotSleep() {
        Session session = world.live(world.platform(), SimWorld.join().autoSleep(1));
        world.run(60_000);
        assertThat(session.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void byHandNothingMovesUntilAsked() {
        Session session = world.live(world.visiblePlatform(), SimWorld.join().step(StepMode.MANUAL));
        int ticks = session.model(NoteModel.class).ticks();

        world.run(1000);
        assertThat(session.model(NoteModel.class).ticks()).isEqualTo(ticks);
        session.step(0);
        assertThat(session.model(NoteModel.class).ticks()).isGreaterThan(ticks + 8);
    }

    @Test
    void aFixedRhythmNeedsNoScreen() {
        Session session = world.live(
                world.platform(), SimWorld.join().step(StepMode.FIXED).view(NoteView::new));
        world.run(1000);
        assertThat(view(session).updates).isBetween(55, 65);
    }

    @Test
    void localTicksRunBetweenThoseOfTheReflectorAndAreNeverContradicted() {
        Join<NoteModel> join = SimWorld.join().tps("2x5").eventRateLimit(60);
        Session a = world.live(world.platform(), join);
        Session b = world.live(world.platform(), join);
        int steps = 0;
        double last = a.now();
        for (int i = 0; i < 400; i++) {
            if (i % 7 == 0) {
                b.publish("notes", "add", "n" + i);
            }
            world.run(10);
            if (a.now() > last) {
                steps++;
                last = a.now();
            }
        }
        world.run(2000);

        assertThat(steps).isGreaterThan(20);
        assertThat(a.model(NoteModel.class).notes())
                .hasSize(58)
                .isEqualTo(b.model(NoteModel.class).notes());
        assertThat(a.traffic().reconnects()).isZero();
    }

    @Test
    void localTicksThatAreContradictedAreGivenUp() {
        Session a = world.live(world.platform(), SimWorld.join().tps(2).eventRateLimit(60));
        Session b = world.live(world.platform(), SimWorld.join().tps("2x5").rejoinLimit(5000));
        for (int i = 0; i < 40; i++) {
            a.publish("notes", "add", "n" + i);
            world.run(70);
        }
        world.run(3000);

        assertThat(b.state()).isEqualTo(SessionState.LIVE);
        assertThat(b.model(NoteModel.class).notes())
                .isEqualTo(a.model(NoteModel.class).notes())
                .hasSize(40);
        world.awaitEqualTime(List.of(b, a));
        assertThat(b.stateHash()).isEqualTo(a.stateHash());
    }
}
