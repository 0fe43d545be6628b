package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.error.StorageException;
import org.multisynq4j.client.error.UnreadableSnapshotException;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimFiles;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.text.Bytes;

class SnapshotTest {
    private SimWorld world = new SimWorld(1);

    private static List<String> notes(Session session) {
        return session.model(NoteModel.class).notes();
    }

    private static Join<NoteModel> verbose() {
        return SimWorld.join().debug("session,snapshot");
    }

    private static boolean restored(SimPlatform platform) {
        return platform.console.stream().anyMatch(line -> line.contains("of snapshot"));
    }

    @Test
    void oneParticipantStoresWhatAllAgreedOn() {
        Session a = world.live();
        world.live();
        world.run(6000);

        a.forceSnapshot();
        world.run(2000);

        assertThat(world.files.urls()).hasSize(1);
        assertThat(world.files.urls().iterator().next())
                .startsWith("http://sim/files/snapshots/" + a.id() + "/00000")
                .endsWith(".snap");
    }

    @Test
    void aLateJoinerRestoresTheSnapshotAndReplaysTheRest() {
        Session a = world.live();
        a.publish("notes", "add", "in the snapshot");
        world.run(6000);
        a.forceSnapshot();
        world.run(2000);
        a.publish("notes", "add", "after it");
        world.run(1000);

        SimPlatform platform = world.platform();
        Session late = world.live(platform, verbose());
        world.run(500);

        assertThat(restored(platform)).isTrue();
        assertThat(notes(late)).containsExactly("in the snapshot", "after it");
        world.awaitEqualTime(List.of(late, a));
        assertThat(late.stateHash()).isEqualTo(a.stateHash());
    }

    @Test
    void whoeverReturnsAfterAllHaveLeftFindsEverything() {
        Session a = world.live();
        a.publish("notes", "add", "one");
        world.run(6000);
        a.forceSnapshot();
        world.run(2000);
        a.publish("notes", "add", "two");
        world.run(1000);
        a.leave();
        world.run(60_000);

        Session back = world.live();

        assertThat(notes(back)).containsExactly("one", "two");
        assertThat(back.model(NoteModel.class).visitors())
                .containsExactly("+" + a.viewId(), "-" + a.viewId(), "+" + back.viewId());
    }

    @Test
    void expensiveReplaysLeadToASnapshotWithoutBeingAskedFor() {
        Session a = world.live(world.platform(), SimWorld.join().eventRateLimit(60));
        world.run(6000);

        for (int i = 0; i < 1200; i++) {
            a.publish("notes", "add", "n");
            world.run(20);
        }
        world.run(3000);

        assertThat(world.files.urls()).hasSize(1);
    }

    @Test
    void ifTheUploadFailsAnotherParticipantTakesOver() {
        Session a = world.live();
        Session b = world.live();
        List<SessionException> errors = new ArrayList<>();
        a.onError(errors::add);
        b.onError(errors::add);
        world.run(6000);
        world.files.failingPuts = 4;

        a.forceSnapshot();
        world.run(30_000);

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).isInstanceOf(StorageException.class).hasMessageContaining("disk full");
        assertThat(world.files.urls()).hasSize(1);
    }

    @Test
    void anUnreadableSnapshotCostsTheJoinerTimeOnly() {
        Session a = world.live();
        a.publish("notes", "add", "first");
        world.run(6000);
        a.forceSnapshot();
        world.run(6000);
        a.publish("notes", "add", "second");
        world.run(1000);
        a.forceSnapshot();
        world.run(3000);
        List<String> urls = new ArrayList<>(world.files.urls());
        assertThat(urls).hasSize(2);
        world.files.corrupt(urls.get(1));

        SimPlatform platform = world.platform();
        Session late = world.live(platform, verbose());

        assertThat(notes(late)).containsExactly("first", "second");
        assertThat(platform.console.toString()).contains("Trying the one before");
    }

    @Test
    void ifNoSnapshotCanBeReadTheErrorSaysSo() {
        Session a = world.live();
        for (int i = 0; i < 2; i++) {
            world.run(6000);
            a.forceSnapshot();
            world.run(3000);
        }
        List.copyOf(world.files.urls()).forEach(world.files::corrupt);

        List<Throwable> failures = new ArrayList<>();
        Session.join(world.platform(), SimWorld.join()).then(s -> {}, failures::add);
        world.run(20_000);

        assertThat(failures).hasSize(1);
        assertThat(failures.get(0))
                .isInstanceOf(UnreadableSnapshotException.class)
                .hasMessageContaining("/snapshots/");
        assertThat(a.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void aFileServerThatStumblesIsAskedAgain() {
        Session a = world.live();
        world.run(6000);
        a.forceSnapshot();
        world.run(2000);
        world.files.failingGets = 2;

        SimPlatform platform = world.platform();
        Session late = world.live(platform, verbose());

        assertThat(restored(platform)).isTrue();
        assertThat(late.state()).isEqualTo(SessionState.LIVE);
    }

    /** So much text that the image does not fit into its manifest. */
    private void fill(Session session, int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            byte[] noise = new byte[1500];
            random.nextBytes(noise);
            session.publish("notes", "add", seed + " " + Bytes.base64(noise));
            world.run(100);
        }
    }

    private List<String> parts() {
        return world.files.urls().stream()
                .filter(url -> url.contains("/parts/"))
                .toList();
    }

    private Session withTwoSnapshotsInParts() {
        Session a = world.live();
        fill(a, 1);
        world.run(6000);
        a.forceSnapshot();
        world.run(6000);
        assertThat(parts()).hasSize(1);
        a.publish("notes", "add", "second");
        world.run(1000);
        a.forceSnapshot();
        world.run(6000);
        assertThat(parts()).as("a delta").hasSize(2);
        return a;
    }

    @Test
    void aJoinerPutsTheSnapshotTogetherFromItsParts() {
        Session a = withTwoSnapshotsInParts();
        SimPlatform platform = world.platform();
        Session late = world.live(platform, verbose());
        world.run(500);

        assertThat(restored(platform)).isTrue();
        assertThat(platform.console.toString()).doesNotContain("Trying the one before");
        assertThat(notes(late)).isEqualTo(notes(a)).hasSize(21);
        world.awaitEqualTime(List.of(late, a));
        assertThat(late.stateHash()).isEqualTo(a.stateHash());
    }

    @Test
    void aMissingOrDamagedPartOfTheNewestSnapshotCostsTheJoinerTimeOnly() {
        for (boolean missing : new boolean[] {true, false}) {
            Session a = withTwoSnapshotsInParts();
            Set<String> ofThePrevious = new LinkedHashSet<>();
            String session = SimFiles.BASE + "/snapshots/" + a.id() + "/parts/";
            world.store.session(a.id()).orElseThrow().record().previous().orElseThrow().files().stream()
                    .map(id -> session + id)
                    .forEach(ofThePrevious::add);
            String onlyOfTheNewest = parts().stream()
                    .filter(url -> !ofThePrevious.contains(url))
                    .findFirst()
                    .orElseThrow();
            if (missing) {
                world.files.remove(onlyOfTheNewest);
            } else {
                world.files.corrupt(onlyOfTheNewest);
            }

            SimPlatform platform = world.platform();
            double began = world.nowMs();
            Session late = Session.begin(platform, verbose());
            for (int i = 0; i < 200 && !late.joined().isSettled(); i++) {
                world.run(50);
            }

            assertThat(world.nowMs() - began)
                    .as("a file that is not there is asked for once")
                    .isLessThan(2000);
            assertThat(notes(late)).isEqualTo(notes(a)).endsWith("second");
            assertThat(platform.console.toString()).contains("Trying the one before");
            world = new SimWorld(2);
        }
    }

    @Test
    void joiningTellsTheBytesOfTheSnapshotFirstAndWhatIsReplayedThen() {
        Session a = withTwoSnapshotsInParts();
        a.publish("notes", "add", "after it");
        world.run(1000);
        List<JoinProgress> progress = new ArrayList<>();
        List<Double> fractions = new ArrayList<>();
        Session late = Session.begin(world.platform(), verbose().onProgress(fractions::add));
        late.onProgress(progress::add);
        for (int i = 0; i < 100 && !late.joined().isSettled(); i++) {
            world.run(50);
        }

        assertThat(progress.get(0).loadingText()).startsWith("Loading 0.0 of 0.");
        assertThat(progress.get(0).isLoading()).isTrue();
        assertThat(progress).extracting(JoinProgress::loadedBytes).isSorted();
        assertThat(progress).extracting(JoinProgress::replayed).isSorted().endsWith(1.0);
        assertThat(fractions).isSorted().startsWith(0.0).endsWith(1.0);
    }
}
