package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.recording.RecordingDetails;
import org.multisynq4j.client.recording.RecordingEnding;
import org.multisynq4j.client.recording.RecordingFacts;
import org.multisynq4j.client.recording.RecordingFile;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.NoteView;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.crypto.FileOpener;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.protocol.ServerFrame.Start;

/** Where a recording begins. */
class ExportTest {
    private final SimWorld world = new SimWorld(1);

    private RecordingFacts export(Session session) {
        byte[][] file = new byte[1][];
        session.export().then(bytes -> file[0] = bytes, error -> {
            throw new AssertionError(error);
        });
        world.run(1_000);
        return RecordingFile.decode(file[0]).facts();
    }

    @Test
    void whoWasThereFromTheBeginningRecordsAllOfIt() {
        Session a = world.live();
        a.publish("notes", "add", "one");
        world.run(6_000);
        a.forceSnapshot();
        world.run(3_000);

        RecordingFacts facts = export(a);

        assertThat(facts.start()).isEqualTo(new Start.Fresh());
        assertThat(facts.messages()).as("join, note, poll, tally").isEqualTo(4);
        assertThat(facts.name()).isEqualTo("room");
    }

    @Test
    void thePageGoesOnWhileTheFileIsMadeAndTheModelFollows() {
        List<NoteView> views = new ArrayList<>();
        Join<NoteModel> join = SimWorld.join().eventRateLimit(60).view(model -> {
            views.add(new NoteView(model));
            return views.get(0);
        });
        Session a = world.live(world.visiblePlatform(), join);
        for (int i = 0; i < 300; i++) {
            a.publish("notes", "add", i + "x".repeat(3_000));
            world.run(20);
        }
        world.run(2_000);
        int updates = views.get(0).updates;
        double now = a.now();
        List<Double> progress = new ArrayList<>();
        List<byte[]> files = new ArrayList<>();
        world.costPerLook(1);

        a.exportTelling(progress::add).then(files::add, error -> {
            throw new AssertionError(error);
        });
        assertThat(progress).as("told at once").containsExactly(0.0);
        for (int i = 0; i < 200 && files.isEmpty(); i++) {
            world.run(5);
        }
        world.costPerLook(0);

        assertThat(files).hasSize(1);
        assertThat(progress).isSorted().endsWith(1.0).hasSizeGreaterThan(5);
        assertThat(views.get(0).updates - updates).as("frames meanwhile").isGreaterThan(4);
        world.run(2_000);
        assertThat(a.now()).as("the model goes on").isGreaterThan(now + 1_500);
        assertThat(RecordingFile.decode(files.get(0)).facts().messages())
                .as("join, notes, votes on snapshots")
                .isGreaterThanOrEqualTo(301);
    }

    @Test
    void whatHappensWhileTheStateIsEncodedIsNotInIt() {
        Session a = world.live(world.visiblePlatform(), SimWorld.join());
        Session b = world.live();
        for (int i = 0; i < 20; i++) {
            b.publish("notes", "add", i + "x".repeat(3_000));
            world.run(100);
        }
        world.run(1_000);
        long seq = a.seq();
        List<byte[]> files = new ArrayList<>();
        world.costPerLook(2);
        a.export().then(files::add, error -> {
            throw new AssertionError(error);
        });
        b.publish("notes", "add", "meanwhile");
        for (int i = 0; i < 400 && files.isEmpty(); i++) {
            world.run(5);
        }
        world.costPerLook(0);
        world.run(1_000);

        SessionKeys keys = SessionKeys.derive(SimWorld.PASSWORD, "test.sim", "room");
        RecordingEnding ending = ending(keys, a, RecordingFile.decode(files.get(0)));
        assertThat(ending.seq()).isEqualTo(seq);
        assertThat(a.model(NoteModel.class).notes()).endsWith("meanwhile");
    }

    /** A page of which nobody has a second replica, with a state that takes many slices. */
    private Session withALargeState(SimPlatform platform) {
        Session session = world.live(
                platform, SimWorld.join().shadow(false).rejoinLimit(30_000).debug("session,snapshot"));
        for (int i = 0; i < 40; i++) {
            session.publish("notes", "add", i + "x".repeat(8_000));
            world.run(60);
        }
        world.run(6_000);
        return session;
    }

    private static boolean said(SimPlatform platform, String what) {
        return platform.console.stream().anyMatch(line -> line.contains(what));
    }

    private void runUntil(BooleanSupplier reached) {
        for (int i = 0; i < 4_000 && !reached.getAsBoolean(); i++) {
            world.run(5);
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    private void assertTheModelGoesOn(Session session) {
        double now = session.now();
        session.publish("notes", "add", "and on");
        world.run(2_000);
        assertThat(session.now()).isGreaterThan(now + 1_500);
        assertThat(session.model(NoteModel.class).notes()).endsWith("and on");
    }

    @Test
    void aRecordingMadeWhileThePageTakesItsOwnImageDisturbsNeither() {
        SimPlatform page = world.visiblePlatform();
        Session a = withALargeState(page);
        world.costPerLook(1);
        a.forceSnapshot();
        runUntil(() -> said(page, "the snapshot @"));
        world.run(20);
        assertThat(said(page, "own image")).as("it is half done").isFalse();
        long polled = a.seq();
        List<byte[]> files = new ArrayList<>();

        a.export().then(files::add, error -> {
            throw new AssertionError(error);
        });
        runUntil(() -> said(page, "own image"));
        assertThat(files).as("the recording takes longer").isEmpty();
        runUntil(() -> files.size() == 1);
        world.costPerLook(0);
        world.run(1_000);

        SessionKeys keys = SessionKeys.derive(SimWorld.PASSWORD, "test.sim", "room");
        assertThat(ending(keys, a, RecordingFile.decode(files.get(0))).seq())
                .as("the model stood still until both were done")
                .isEqualTo(polled);
        assertThat(said(page, "snapshot uploaded")).isTrue();
        assertTheModelGoesOn(a);
        Session late = world.live();
        world.awaitEqualTime(List.of(a, late));
        assertThat(late.stateHash()).isEqualTo(a.stateHash());
    }

    @Test
    void aConnectionLostWhileBothAreMadeLeavesNothingStandingStill() {
        SimPlatform page = world.visiblePlatform();
        Session a = withALargeState(page);
        world.costPerLook(1);
        a.forceSnapshot();
        runUntil(() -> said(page, "the snapshot @"));
        List<byte[]> files = new ArrayList<>();
        a.export().then(files::add, error -> {
            throw new AssertionError(error);
        });
        world.run(20);

        page.network.cut();
        runUntil(() -> files.size() == 1);
        world.costPerLook(0);
        world.run(3_000);

        assertThat(a.state()).isEqualTo(SessionState.LIVE);
        assertTheModelGoesOn(a);
    }

    private static RecordingEnding ending(SessionKeys keys, Session session, RecordingFile file) {
        byte[] opened =
                new FileOpener(keys).open(FileKind.RECORDING, session.id(), RecordingFile.DETAILS_NAME, file.details());
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(opened))) {
            return RecordingDetails.decode(in.readAllBytes()).ending().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoLeftCanStillExportWhatWas() {
        Session a = world.live();
        a.publish("notes", "add", "one");
        world.run(1_000);
        a.leave();
        world.run(1_000);

        assertThat(export(a).messages()).isEqualTo(2);
    }

    @Test
    void whoWasOutvotedAndMadeAnewStillHasWhatLedThere() {
        Session sound = world.live();
        Session spoiled = world.live();
        List<Divergence> told = new ArrayList<>();
        spoiled.onDivergence(told::add);
        world.run(6_000);
        spoiled.model(NoteModel.class).disturb();
        sound.publish("notes", "add", "one");
        world.run(500);
        sound.forceSnapshot();
        world.run(6_000);
        assertThat(told).isNotEmpty();

        RecordingFacts facts = export(spoiled);

        assertThat(facts.start()).isEqualTo(new Start.Fresh());
        assertThat(facts.snapshots()).as("the majority's").hasSize(1);
    }

    @Test
    void aSessionTooLongToKeepIsRecordedFromTheServersNewestSnapshotOn() {
        Session a = world.live(world.platform(), SimWorld.join().eventRateLimit(60));
        String filler = "x".repeat(12_000);
        for (int i = 0; i < 1_200; i++) {
            a.publish("notes", "save", filler);
            world.run(20);
        }
        world.run(6_000);
        a.forceSnapshot();
        world.run(3_000);
        a.publish("notes", "add", "after it");
        world.run(1_000);

        RecordingFacts facts = export(a);

        assertThat(facts.start()).isInstanceOf(Start.FromSnapshot.class);
        assertThat(facts.messages()).isBetween(1, 10);
        assertThat(a.participants()).as("nobody noticed").hasSize(1);
    }
}
