package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.error.StorageException;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.Tamper;

/** Snapshots by a second replica. */
class ShadowTest extends ShadowScene {
    @Test
    void theWorkerTakesTheImageOfThePollAndThePageEncodesNothing() {
        SimPlatform platform = world.platform();
        Session a = world.live(platform, verbose());
        a.publish("notes", "add", "one");
        world.run(6000);

        snapshot(a);

        assertThat(platform.workers.events).anyMatch(event -> event.contains("\"did\":\"stored\""));
        assertThat(lines(platform, "own image")).isEmpty();
        assertThat(votes(platform)).hasSize(1);
        assertThat(lines(platform, "voting"))
                .singleElement()
                .asString()
                .contains(", state ")
                .doesNotContain("not known");
        assertThat(announcements(platform)).hasSize(1);
        String imaged = platform.workers.events.stream()
                .filter(event -> event.contains("imaged"))
                .findFirst()
                .orElseThrow();
        String place = imaged.substring(imaged.indexOf("\"time\""), imaged.indexOf(",\"state\""));
        assertThat(announcements(platform).get(0)).contains(place);
        assertALateJoinerAgrees(a);
    }

    @Test
    void allVoteForOneStateAndOneOfThemStoresIt() {
        List<SimPlatform> platforms = new ArrayList<>();
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            platforms.add(i % 2 == 0 ? world.platform() : world.visiblePlatform());
            sessions.add(world.live(platforms.get(i), verbose()));
        }
        world.run(6000);

        snapshot(sessions.get(0));

        List<String> states = platforms.stream()
                .flatMap(platform -> lines(platform, "voting @").stream())
                .map(line -> line.substring(line.indexOf("for ")))
                .distinct()
                .toList();
        assertThat(states).singleElement().asString().doesNotContain("not known");
        assertThat(world.files.urls()).hasSize(1);
        assertALateJoinerAgrees(sessions.get(0));
    }

    @Test
    void aPollBeforeTheWorkerIsThereIsStoredWhenItIs() {
        SimPlatform platform = world.platform();
        Session a = world.live(platform, verbose());
        world.run(5900);
        a.leave();
        world.run(100);
        SimPlatform back = world.platform();
        Session b = world.live(back, verbose());

        b.forceSnapshot();
        world.run(900);
        assertThat(back.workers.started).isZero();
        world.run(5000);

        assertThat(world.files.urls()).hasSize(1);
        assertALateJoinerAgrees(b);
    }

    @Test
    void aReplicaThatDiffersFromItsWorkersSaysSo() {
        SimPlatform platform = world.platform();
        Session a = world.live(platform, verbose());
        world.run(6000);

        a.model(NoteModel.class).disturb();
        world.run(3000);
        snapshot(a);

        assertThat(lines(platform, "it had executed something else")).isNotEmpty();
        assertThat(platform.workers.started).isEqualTo(2);
    }

    @Test
    void whoeverLeavesInTheMiddleOfAnUploadIsReplaced() {
        SimPlatform first = world.platform();
        SimPlatform second = world.platform();
        Session a = world.live(first, verbose());
        Session b = world.live(second, verbose());
        world.run(6000);
        world.files.failingPuts = 3;
        a.forceSnapshot();
        for (int i = 0; i < 100 && world.files.failingPuts > 1; i++) {
            world.run(20);
        }
        assertThat(world.files.failingPuts).as("an upload is under way").isEqualTo(1);
        boolean firstStores = first.workers.commands.stream().anyMatch(command -> command.contains("\"store\""));
        Session storing = firstStores ? a : b;
        Session other = firstStores ? b : a;

        storing.leave();
        world.files.failingPuts = 0;
        world.run(20_000);

        assertThat(announcements(firstStores ? second : first)).hasSize(1);
        assertALateJoinerAgrees(other);
    }

    @Test
    void whenAKillLosesTheVotesTheyAreCastAgain() {
        SimPlatform platform = world.platform();
        Session a = world.live(platform, verbose().eventRateLimit(60));
        world.run(6000);
        for (int i = 0; i < 1200 && votes(platform).isEmpty(); i++) {
            a.publish("notes", "add", "n");
            world.run(20);
        }
        assertThat(votes(platform)).hasSize(1);
        world.reflector().crash();
        world.run(30_000);

        assertThat(votes(platform)).hasSizeGreaterThan(1);
        assertThat(announcements(platform)).hasSize(1);
    }

    @Test
    void manyBytesLeadToASnapshotAsManyMessagesDo() {
        SimPlatform platform = world.platform();
        Session a = world.live(platform, verbose());
        world.run(6000);
        for (int i = 0; i < 90; i++) {
            a.publish("notes", "add", i + "x".repeat(12_000));
            world.run(100);
        }
        world.run(6000);

        assertThat(lines(platform, "due for snapshot")).isNotEmpty();
        assertThat(announcements(platform)).isNotEmpty();
    }

    @Test
    void aStateThatDiffersSilentlyIsFoundByItsHash() {
        SimPlatform astray = world.platform();
        Session a = world.live(world.platform(), verbose());
        Session b = world.live(astray, verbose());
        Session c = world.live(world.platform(), verbose());
        List<Divergence> seen = new ArrayList<>();
        List<Divergence> seenAstray = new ArrayList<>();
        a.onDivergence(seen::add);
        b.onDivergence(seenAstray::add);
        // A message that says something else to one participant, and leads to nothing that the trace covers: the data
        // of a view.
        astray.network.tamper = new Tamper() {
            @Override
            public List<String> down(String frame) {
                return List.of(frame.replace("\"data\":\"", "\"data\":\"?"));
            }
        };
        world.live(world.platform(), verbose().viewData("somebody"));
        astray.network.tamper = Tamper.NONE;
        world.run(6000);
        assertThat(b.traceHash()).isEqualTo(a.traceHash());

        snapshot(c);

        assertThat(seen).singleElement().satisfies(divergence -> {
            assertThat(divergence.standing()).isEqualTo(Divergence.Standing.AGREED);
            assertThat(divergence.groups()).hasSize(2);
            assertThat(divergence.groups().get(1).viewIds()).containsExactly(b.viewId());
        });
        assertThat(seenAstray).singleElement().satisfies(divergence -> {
            assertThat(divergence.standing()).isEqualTo(Divergence.Standing.OUTVOTED_BY_STATE);
            assertThat(divergence.outvoted()).isTrue();
        });
        assertALateJoinerAgrees(a);
    }

    @Test
    void aFailedUploadIsReportedAndTriedAgain() {
        List<SessionException> errors = new ArrayList<>();
        Session a = world.live();
        a.onError(errors::add);
        world.run(6000);
        world.files.failingPuts = 4;

        a.forceSnapshot();
        world.run(30_000);

        assertThat(errors).singleElement().isInstanceOf(StorageException.class);
        assertThat(world.files.urls()).hasSize(1);
    }
}
