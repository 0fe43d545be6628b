package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.NoteView;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.reflector.ReflectorSettings;

class RejoinTest {
    private final SimWorld world = new SimWorld(1);
    private final SimPlatform platform = world.platform();

    private static NoteModel model(Session session) {
        return session.model(NoteModel.class);
    }

    private Session joinWithView(double rejoinLimitMs) {
        return world.live(platform, SimWorld.join().view(NoteView::new).rejoinLimit(rejoinLimitMs));
    }

    @Test
    void rejoinsWithoutAnybodyNoticingWhenTheConnectionDrops() {
        Session watcher = world.live();
        Session session = joinWithView(5000);
        View view = session.view().orElseThrow();
        String viewId = session.viewId();

        platform.network.down();
        world.run(2000);
        assertThat(session.state()).isEqualTo(SessionState.RECONNECTING);
        platform.network.up();
        world.run(20_000);

        assertThat(session.state()).isEqualTo(SessionState.LIVE);
        assertThat(session.view()).containsSame(view);
        assertThat(session.viewId()).isEqualTo(viewId);
        assertThat(model(watcher).visitors()).containsExactly("+" + watcher.viewId(), "+" + viewId);
    }

    @Test
    void whatIsPublishedDuringTheOutageArrivesOnceAndInOrder() {
        Session watcher = world.live();
        Session session = joinWithView(5000);

        platform.network.down();
        for (int i = 0; i < 5; i++) {
            session.publish("notes", "add", "n" + i);
            world.run(200);
        }
        platform.network.up();
        world.run(5000);

        assertThat(model(watcher).notes()).containsExactly("n0", "n1", "n2", "n3", "n4");
        assertThat(session.unsent()).isZero();
    }

    @Test
    void whatWasUnderWayWhenTheConnectionBrokeArrivesOnce() {
        for (int seed = 1; seed <= 30; seed++) {
            SimWorld own = new SimWorld(seed);
            SimPlatform page = own.platform();
            Session session = own.live(page, SimWorld.join().rejoinLimit(5000));

            session.publish("notes", "add", "once");
            own.run(seed);
            page.network.cut();
            own.run(5000);

            assertThat(model(session).notes()).as("seed " + seed).containsExactly("once");
            assertThat(session.unsent()).as("seed " + seed).isZero();
        }
    }

    @Test
    void aViewThatWasAwayTooLongIsMadeAnewUnderANewId() {
        Session watcher = world.live();
        Session session = joinWithView(1000);
        View old = session.view().orElseThrow();
        String oldId = session.viewId();

        platform.network.down();
        world.run(1500);
        assertThat(session.view()).isEmpty();
        assertThat(old.isAttached()).isFalse();
        platform.network.up();
        world.run(10_000);

        assertThat(session.state()).isEqualTo(SessionState.LIVE);
        assertThat(session.view()).isPresent();
        assertThat(session.viewId()).isNotEqualTo(oldId);
        assertThat(model(watcher).visitors())
                .containsExactly("+" + watcher.viewId(), "+" + oldId, "-" + oldId, "+" + session.viewId());
        world.awaitEqualTime(List.of(session, watcher));
        assertThat(session.stateHash()).isEqualTo(watcher.stateHash());
    }

    @Test
    void withoutARejoinLimitTheViewEndsWithTheConnection() {
        Session session = joinWithView(0);
        View old = session.view().orElseThrow();

        platform.network.cut();
        world.run(1);

        assertThat(old.isAttached()).isFalse();
        world.run(2000);
        assertThat(session.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void aKilledReflectorContinuesTheSameSession() {
        Session a = world.live(platform, SimWorld.join().view(NoteView::new).rejoinLimit(5000));
        Session b = world.live(world.platform(), SimWorld.join().rejoinLimit(5000));
        View view = a.view().orElseThrow();
        a.publish("notes", "add", "before");
        world.run(300);

        world.reflector().crash();
        a.publish("notes", "add", "while it is dead");
        world.run(3000);
        b.publish("notes", "add", "after");
        world.run(1000);

        assertThat(model(a).notes()).containsExactly("before", "while it is dead", "after");
        assertThat(model(b).notes()).isEqualTo(model(a).notes());
        assertThat(a.view()).containsSame(view);
    }

    @Test
    void aReflectorThatForgotTheSessionStartsANewOne() {
        SimWorld forgetful = new SimWorld(1, ReflectorSettings.likeOriginal());
        SimPlatform page = forgetful.platform();
        Session session =
                forgetful.live(page, SimWorld.join().rejoinLimit(60_000).view(NoteView::new));
        session.publish("notes", "add", "lost");
        forgetful.run(500);
        View old = session.view().orElseThrow();

        forgetful.reflector().crash();
        forgetful.run(2000);

        assertThat(session.state()).isEqualTo(SessionState.LIVE);
        assertThat(model(session).notes()).isEmpty();
        assertThat(session.view().orElseThrow()).isNotSameAs(old);
    }

    @Test
    void aSnapshotTakenMeanwhileCostsAReplicaButNoEvent() {
        Session watcher = world.live();
        Session session = joinWithView(20_000);
        world.run(6000);
        platform.network.down();
        session.publish("notes", "add", "kept");
        watcher.forceSnapshot();
        world.run(3000);
        platform.network.up();
        world.run(10_000);

        assertThat(world.files.urls()).hasSize(1);
        assertThat(model(session).notes()).containsExactly("kept");
        assertThat(model(watcher).notes()).containsExactly("kept");
        assertThat(model(watcher).visitors()).hasSize(2);
    }

    @Test
    void leavingIsNoticedAtOnce() {
        Session watcher = world.live();
        Session session = joinWithView(60_000);
        String viewId = session.viewId();

        session.leave();
        world.run(500);

        assertThat(session.state()).isEqualTo(SessionState.LEFT);
        assertThat(model(watcher).visitors()).endsWith("-" + viewId);
    }
}
