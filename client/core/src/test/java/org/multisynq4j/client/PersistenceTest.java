package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.UnreadablePersistentDataException;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimFiles;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.client.url.SessionUrl;
import org.multisynq4j.crypto.MembershipKey;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.protocol.MemberProof;
import org.multisynq4j.text.Bytes;

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
    void uploadsProveThatTheirMakerKnowsThePassword() {
        SimPlatform platform = world.platform();
        Session session = world.live(platform, SimWorld.join());
        session.publish("notes", "save", null);
        world.run(6000);
        session.forceSnapshot();
        world.run(6000);
        String key = Bytes.base64Url(
                new MembershipKey(SessionKeys.derive(SimWorld.PASSWORD, session.appId(), session.name())).publicKey());

        assertThat(world.files.proofs).hasSizeGreaterThan(1).allSatisfy((url, proof) -> {
            String id = url.contains("/snapshots/") ? session.id() : session.persistentId();
            String path = url.substring((SimFiles.BASE + "/").length());
            assertThat(MemberProof.verifyUpload(key, proof, id, path))
                    .as(url)
                    .contains(Sha256.base64Url(world.files.bytes(url)));
        });
        assertThat(world.files.proofs.keySet())
                .anyMatch(url -> url.contains("/snapshots/"))
                .anyMatch(url -> url.contains("/save/"));
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

    @Test
    void aFailedUploadIsMadeUpForByAnotherParticipant() {
        List<SimPlatform> platforms = List.of(world.platform(), world.platform());
        Session session = world.live(platforms.get(0), verbose());
        world.live(platforms.get(1), verbose());
        world.files.failingPuts = 4;
        session.publish("notes", "add", "kept");
        session.publish("notes", "save", null);
        world.run(15_000);
        int failed = linesWith(platforms.get(0), "could not be stored").isEmpty() ? 1 : 0;
        assertThat(linesWith(platforms.get(failed), "could not be stored")).hasSize(1);

        world.run(20_000);

        assertThat(linesWith(platforms.get(1 - failed), "Persistent data saved (30B)"))
                .hasSize(1);
        world.run(60_000);
        assertThat(linesWith(platforms.get(1 - failed), "Persistent data saved"))
                .as("everybody knows, so nobody does it again")
                .hasSize(1);
        assertThat(world.live(versionTwo(), SimWorld.join())
                        .model(NoteModel.class)
                        .notes())
                .containsExactly("kept");
    }

    @Test
    void whoStartsFromASnapshotStoresWhatItsUploaderCouldNot() {
        Session session = world.live();
        world.files.failingPuts = 4;
        session.publish("notes", "add", "kept");
        session.publish("notes", "save", null);
        world.run(8000);
        session.forceSnapshot();
        world.run(1000);
        assertThat(world.files.urls())
                .as("a snapshot, no saved data")
                .hasSize(1)
                .allMatch(url -> url.endsWith(".snap"));
        world.reflector().crash();
        session.leave();

        world.live();
        world.run(2000);

        assertThat(world.live(versionTwo(), SimWorld.join())
                        .model(NoteModel.class)
                        .notes())
                .containsExactly("kept");
    }

    @Test
    void theLastOneWhoLeavesSavesTheLastChange() {
        SimPlatform platform = world.platform();
        Session session = world.live(platform, verbose());
        session.publish("notes", "add", "first");
        session.publish("notes", "save", null);
        world.run(2000);
        session.publish("notes", "add", "second");
        session.publish("notes", "save", null);
        world.run(1000);

        session.leave();
        world.run(1000);

        assertThat(linesWith(platform, "Persistent data saved (40B)")).hasSize(1);
        assertThat(world.live(versionTwo(), SimWorld.join())
                        .model(NoteModel.class)
                        .notes())
                .containsExactly("first", "second");
    }

    @Test
    void whoLeavesWithNothingToSaveStoresNothing() {
        Session session = world.live();
        session.publish("notes", "add", "unsaved");
        world.run(1000);

        session.leave();
        world.run(1000);

        assertThat(world.files.urls()).isEmpty();
    }

    @Test
    void anOlderProgramBesideANewerOneDoesNotHideWhatTheNewerOneSaved() {
        Session old = world.live(world.platform(), SimWorld.join());
        old.publish("notes", "add", "common");
        old.publish("notes", "save", null);
        world.run(1000);
        Session recent = world.live(versionTwo(), SimWorld.join());
        assertThat(recent.id()).isNotEqualTo(old.id());
        assertThat(recent.persistentId()).isEqualTo(old.persistentId());
        recent.publish("notes", "add", "new");
        recent.publish("notes", "save", null);
        world.run(1000);
        old.publish("notes", "add", "old");
        old.publish("notes", "save", null);
        world.run(30_000);

        SimPlatform third = world.platform();
        third.codeVersion = "3";
        assertThat(world.live(third, SimWorld.join()).model(NoteModel.class).notes())
                .containsExactly("common", "new");
        assertThat(world.store.versions(old.appId(), old.persistentId()))
                .as("the older program's data is kept for the operator")
                .hasSize(3);
    }

    @Test
    void theConsoleTellsTheSessionsLifeWithDebugSession() {
        SimPlatform platform = world.platform();
        Session session = world.live(platform, verbose().rejoinLimit(10_000));
        world.reflector().crash();
        world.run(5000);
        session.leave();

        assertThat(platform.console)
                .contains(
                        "INFO [Multisynq]   sessionId: " + session.id(),
                        "INFO [Multisynq]   persistentId: " + session.persistentId(),
                        "INFO [Multisynq]   codeHash: " + session.codeHash(),
                        "INFO [Multisynq]   viewId: " + session.viewId());
        for (String word :
                List.of("session \"test.sim/room\"", "joining as", "received SYNC", "state LIVE", "reconnecting in")) {
            assertThat(linesWith(platform, word)).as(word).isNotEmpty();
        }
    }

    @Test
    void debugIsReadFromTheFragmentAndTheQueryToo() {
        for (String address : List.of("http://h/#room&debug=session", "http://h/?debug=session#room")) {
            SimPlatform platform = world.platform();
            world.live(
                    platform,
                    SimWorld.join().urlOptions(SessionUrl.parse(address).options()));
            assertThat(linesWith(platform, "sessionId: ")).as(address).hasSize(1);
        }
        SimPlatform silent = world.platform();
        world.live(
                silent,
                verbose()
                        .urlOptions(SessionUrl.parse("http://h/#room&debug=nosession")
                                .options()));
        assertThat(linesWith(silent, "sessionId: ")).isEmpty();
    }

    @Test
    void whoHasAnotherLimitIsInAnotherSessionWithTheSameData() {
        Session usual = world.live();
        Session limited = world.live(world.platform(), SimWorld.join().maxPersistedBytes(2048));

        assertThat(limited.id()).isNotEqualTo(usual.id());
        assertThat(limited.persistentId()).isEqualTo(usual.persistentId());
    }

    @Test
    void dataBeyondTheLimitIsAnErrorThatNamesItsLargestPart() {
        Session session = world.live(world.platform(), SimWorld.join().maxPersistedBytes(1024));
        List<String> errors = new ArrayList<>();
        session.onError(error -> errors.add(error.getMessage()));
        session.publish("notes", "add", "x".repeat(1100));
        session.publish("notes", "save", null);
        world.run(1000);

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).contains("$.notes[0]").contains("1024");
        assertThat(world.files.urls()).isEmpty();
    }
}
