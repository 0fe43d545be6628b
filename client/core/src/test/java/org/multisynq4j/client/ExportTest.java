package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.recording.RecordingFacts;
import org.multisynq4j.client.recording.RecordingFile;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimWorld;
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
