package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.client.sim.Tamper;
import org.multisynq4j.reflector.store.SnapshotPointer;

/** Whoever is told to store a snapshot announces it, whatever happens meanwhile; or the session is told that another one is needed. */
class EntrustedTest {
    private final SimWorld world = new SimWorld(1);
    private SimPlatform platform = world.platform();
    private final List<SessionException> errors = new ArrayList<>();

    private Session live(Join<NoteModel> join) {
        Session session = world.live(platform, join.debug("session,snapshot"));
        session.onError(errors::add);
        world.run(6000);
        return session;
    }

    private List<String> announcements() {
        return platform.network.sent.stream()
                .filter(frame -> frame.contains("\"action\":\"SNAP\""))
                .toList();
    }

    private boolean said(String what) {
        return platform.console.stream().anyMatch(line -> line.contains(what));
    }

    private void runUntil(String what, BooleanSupplier reached) {
        for (int i = 0; i < 4000 && !reached.getAsBoolean(); i++) {
            world.run(10);
        }
        assertThat(reached.getAsBoolean()).as(what).isTrue();
    }

    private long newest(Session session) {
        return world.store
                .session(session.id())
                .flatMap(stored -> stored.record().snapshot())
                .map(SnapshotPointer::timeMs)
                .orElse(-1L);
    }

    @Test
    void anUploadThatOutlastsTheNextPollIsAnnounced() {
        Session session = live(SimWorld.join());
        world.files.putMs = 8_000;
        session.forceSnapshot();
        runUntil("the first is being stored", () -> said("the snapshot @"));
        world.run(5_100);
        session.forceSnapshot();
        world.run(2_500);
        assertThat(announcements()).isEmpty();
        // The second one's upload fails, all four times.
        world.files.failingPuts = 0;
        runUntil("the first is stored", () -> world.files.urls().size() == 1);
        world.files.failingPuts = 4;
        world.run(100);

        assertThat(announcements()).hasSize(1);
        world.run(1_000);
        assertThat(newest(session)).isPositive();
    }

    @Test
    void anAnnouncementThatIsLostWithTheConnectionIsMadeAgain() {
        Session session = live(SimWorld.join());
        platform.network.tamper = new Tamper() {
            @Override
            public List<String> up(String frame) {
                return frame.contains("\"action\":\"SNAP\"") ? List.of() : List.of(frame);
            }
        };
        session.forceSnapshot();
        runUntil("it is announced", () -> !announcements().isEmpty());
        world.run(1_000);
        assertThat(newest(session)).isNegative();

        platform.network.tamper = Tamper.NONE;
        platform.network.cut();
        world.run(3_000);

        assertThat(announcements()).hasSize(2);
        assertThat(newest(session)).isPositive();
    }

    @Test
    void aWorkerThatFallsSilentWhileItStoresIsReplacedAndTheSnapshotTakenAgain() {
        Session session = live(SimWorld.join());
        world.files.putMs = 500;
        session.forceSnapshot();
        runUntil("it is being stored", () -> said("the snapshot @"));
        platform.workers.mute();
        world.run(45_000);

        assertThat(said("it says nothing")).isTrue();
        assertThat(platform.workers.started).isEqualTo(2);
        assertThat(newest(session)).isPositive();
    }

    @Test
    void aWorkerWhoseUploadTakesLongIsLeftAlone() {
        Session session = live(SimWorld.join());
        world.files.putMs = 100_000;
        session.forceSnapshot();
        world.run(3_000);
        platform.network.down();
        world.run(60_000);
        platform.network.up();
        world.run(60_000);

        assertThat(said("it says nothing")).isFalse();
        assertThat(world.files.urls()).hasSize(1);
    }

    @Test
    void whoMissedTheTallyStoresWhatItWasToldToWhenItIsBack() {
        Session session = live(SimWorld.join().rejoinLimit(30_000));
        world.live();
        List<String> votes = platform.network.sent;
        session.forceSnapshot();
        runUntil("it has voted", () -> votes.stream().anyMatch(frame -> frame.contains("\"TUTTI\"")));
        world.run(100);
        platform.network.down();
        world.run(5_000);
        platform.network.up();
        world.run(30_000);

        assertThat(newest(session)).isPositive();
    }

    @Test
    void aReplicaThatIsGivenUpWhileItsSnapshotIsBeingStoredAsksForAnother() {
        Session session = live(SimWorld.join().rejoinLimit(500));
        world.files.putMs = 4_000;
        session.forceSnapshot();
        runUntil("it is being stored", () -> said("the snapshot @"));
        platform.network.down();
        world.run(2_000);
        platform.network.up();
        world.files.putMs = 5;
        world.run(20_000);

        assertThat(said("the last one was not stored")).isTrue();
        assertThat(newest(session)).isPositive();
    }

    @Test
    void aConnectionLostWhileTheOwnReplicaIsBeingEncodedAsksForAnother() {
        platform = world.visiblePlatform();
        Session session = live(SimWorld.join().shadow(false).rejoinLimit(30_000));
        for (int i = 0; i < 40; i++) {
            session.publish("notes", "add", i + "x".repeat(8_000));
            world.run(60);
        }
        world.run(6_000);
        assertThat(newest(session)).isNegative();
        world.costPerLook(4);
        session.forceSnapshot();
        runUntil("it encodes", () -> said("the snapshot @"));
        platform.network.cut();
        world.run(100);
        world.costPerLook(0);
        world.run(20_000);

        assertThat(errors).singleElement().asString().contains("the connection was lost");
        assertThat(newest(session)).isPositive();
    }
}
