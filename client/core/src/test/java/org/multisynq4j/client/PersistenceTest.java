package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.UnreadablePersistentDataException;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;

class PersistenceTest {
    private final SimWorld world = new SimWorld(1);

    private static Join<NoteModel> verbose() {
        return SimWorld.join().debug(Debug.SESSION);
    }

    private static List<String> linesWith(SimPlatform platform, String text) {
        return platform.console.stream().filter(line -> line.contains(text)).toList();
    }

    private SimPlatform saveWithVersionOne() {
        SimPlatform platform = world.platform();
        Session session = world.live(platform, verbose());
        world.live(world.platform(), SimWorld.join());
        session.publish("notes", "add", "kept");
        session.publish("notes", "save", null);
        world.run(3000);
        return platform;
    }

    private SimPlatform versionTwo() {
        SimPlatform platform = world.platform();
        platform.codeVersion = "2";
        return platform;
    }

    @Test
    void dataSurvivesAChangeOfTheCode() {
        saveWithVersionOne();
        SimPlatform newer = versionTwo();

        Session session = world.live(newer, verbose());

        assertThat(session.model(NoteModel.class).notes()).containsExactly("kept");
        assertThat(linesWith(newer, "persistent data"))
                .containsExactly(
                        "INFO [Multisynq] Session loaded from persistent data (persistentId: " + session.persistentId()
                                + ")",
                        "INFO [Multisynq] Restoring 30B of persistent data");
    }

    @Test
    void oneParticipantSavesAndSaysSo() {
        SimPlatform platform = saveWithVersionOne();

        assertThat(world.files.urls()).hasSize(1);
        assertThat(world.files.urls().iterator().next()).contains("/files/apps/test.sim/");
        int said =
                linesWith(platform, "[Multisynq] Persistent data saved (30B)").size();
        assertThat(said).isBetween(0, 1);
    }

    @Test
    void allJoinersBeforeTheFirstSnapshotStartFromTheSameData() {
        saveWithVersionOne();

        Session a = world.live(versionTwo(), SimWorld.join());
        a.publish("notes", "add", "new");
        world.run(1000);
        Session b = world.live(versionTwo(), SimWorld.join());
        world.run(500);

        assertThat(b.model(NoteModel.class).notes()).containsExactly("kept", "new");
        world.awaitEqualTime(List.of(b, a));
        assertThat(b.stateHash()).isEqualTo(a.stateHash());
    }

    @Test
    void ifTheSavedDataCannotBeReadNothingIsStarted() {
        saveWithVersionOne();
        world.files.corrupt(world.files.urls().iterator().next());

        List<Throwable> failures = new ArrayList<>();
        Session.join(versionTwo(), SimWorld.join()).then(s -> {}, failures::add);
        world.run(20_000);

        assertThat(failures).hasSize(1);
        assertThat(failures.get(0))
                .isInstanceOf(UnreadablePersistentDataException.class)
                .hasMessageContaining("Nothing was started");
    }

    @Test
    void savedDataIsUnreadableForTheServer() {
        saveWithVersionOne();

        assertThat(world.files.text()).doesNotContain("kept");
    }

    @Test
    void whatWasDueAfterTheLastOneLeftIsSavedByWhoeverComesNext() {
        Session session = world.live();
        session.publish("notes", "add", "first");
        session.publish("notes", "save", null);
        world.run(2000);
        session.publish("notes", "add", "second");
        session.publish("notes", "save", null);
        world.run(18_000);
        session.leave();
        // The reflector's time goes on for 10 s; the second save is due 25 s after the first.
        world.run(30_000);
        world.live();
        world.run(1000);

        Session newer = world.live(versionTwo(), SimWorld.join());
        assertThat(newer.model(NoteModel.class).notes()).containsExactly("first", "second");
    }

    @Test
    void aVoteLostWithTheReflectorIsMadeUpFor() {
        SimPlatform platform = world.platform();
        Session session = world.live(platform, SimWorld.join().rejoinLimit(10_000));
        session.publish("notes", "add", "kept");
        session.publish("notes", "save", null);
        for (int i = 0; i < 100 && platform.network.sent.stream().noneMatch(f -> f.contains("TUTTI")); i++) {
            world.run(1);
        }
        world.reflector().crash();
        world.run(5000);

        Session newer = world.live(versionTwo(), SimWorld.join());
        assertThat(newer.model(NoteModel.class).notes()).containsExactly("kept");
    }
}
