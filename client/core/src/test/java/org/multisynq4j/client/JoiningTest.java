package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.NoteView;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;

class JoiningTest {
    private final SimWorld world = new SimWorld(1);

    private static NoteModel model(Session session) {
        return session.model(NoteModel.class);
    }

    @Test
    void joinsAFreshSession() {
        Session session = world.live();

        assertThat(session.state()).isEqualTo(SessionState.LIVE);
        assertThat(model(session).visitors()).containsExactly("+" + session.viewId());
        assertThat(session.participants()).hasSize(1);
        assertThat(session.participants().get(0).viewId()).isEqualTo(session.viewId());
    }

    @Test
    void deliversAnEventOfOneToTheModelsOfAll() {
        Session a = world.live();
        Session b = world.live();

        a.publish("notes", "add", "hello");
        b.publish("notes", "add", "hi");
        world.run(500);

        assertThat(model(a).notes()).containsExactlyInAnyOrder("hello", "hi");
        assertThat(model(b).notes()).isEqualTo(model(a).notes());
        assertThat(a.unsent()).isZero();
        assertThat(a.latency().last()).isPresent();
    }

    @Test
    void ticksKeepTheModelRunning() {
        Session session = world.live();
        int before = model(session).ticks();

        world.run(1000);

        assertThat(model(session).ticks()).isBetween(before + 9, before + 11);
        assertThat(session.isSynced()).isTrue();
    }

    @Test
    void aLateJoinerReplaysWhatHappened() {
        Session a = world.live();
        a.publish("notes", "add", "before");
        world.run(3000);

        Session late = world.live();
        world.run(500);

        assertThat(model(late).notes()).containsExactly("before");
        world.awaitEqualTime(List.of(late, a));
        assertThat(late.stateHash()).isEqualTo(a.stateHash());
        assertThat(late.traceHash()).isEqualTo(a.traceHash());
    }

    @Test
    void updatesAVisibleViewWithEachFrame() {
        SimPlatform page = world.visiblePlatform();
        Session session = world.live(page, SimWorld.join().view(NoteView::new));
        NoteView view = (NoteView) session.view().orElseThrow();

        session.publish("notes", "add", "seen");
        int before = view.updates;
        world.run(1000);

        assertThat(view.heard).containsExactly("seen");
        assertThat(view.updates - before).isBetween(55, 65);
        assertThat(view.synced).containsExactly(true);
    }

    @Test
    void aPromisedPasswordIsWaitedFor() {
        Promise<String> password = new Promise<>();
        List<Session> joined = new ArrayList<>();
        Session.join(world.platform(), SimWorld.join().password(password)).then(joined::add, error -> {});
        world.run(2000);
        assertThat(joined).isEmpty();

        password.resolve(SimWorld.PASSWORD);
        world.run(2000);
        assertThat(joined).hasSize(1);
    }

    @Test
    void ifAPromisedPasswordDoesNotComeJoiningFailsForThatReason() {
        List<Throwable> failures = new ArrayList<>();
        IllegalStateException refused = new IllegalStateException("the app's server is down");
        Session.join(world.platform(), SimWorld.join().password(Promise.<String>failed(refused)))
                .then(session -> {}, failures::add);
        world.run(100);

        assertThat(failures).containsExactly(refused);
    }
}
