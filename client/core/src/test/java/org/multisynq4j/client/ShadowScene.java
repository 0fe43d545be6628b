package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;

/** What the tests of second replicas have in common. */
abstract class ShadowScene {
    final SimWorld world = new SimWorld(1);

    static Join<NoteModel> verbose() {
        return SimWorld.join().debug("session,snapshot");
    }

    static List<String> notes(Session session) {
        return session.model(NoteModel.class).notes();
    }

    static List<String> lines(SimPlatform platform, String with) {
        return platform.console.stream().filter(line -> line.contains(with)).toList();
    }

    static List<String> votes(SimPlatform platform) {
        return platform.network.sent.stream()
                .filter(frame -> frame.contains("\"action\":\"TUTTI\""))
                .toList();
    }

    static List<String> announcements(SimPlatform platform) {
        return platform.network.sent.stream()
                .filter(frame -> frame.contains("\"action\":\"SNAP\""))
                .toList();
    }

    void snapshot(Session by) {
        by.forceSnapshot();
        world.run(3000);
    }

    void assertALateJoinerAgrees(Session with) {
        SimPlatform platform = world.platform();
        Session late = world.live(platform, verbose());
        world.run(500);
        assertThat(lines(platform, "of snapshot")).isNotEmpty();
        world.awaitEqualTime(List.of(late, with));
        assertThat(late.stateHash()).isEqualTo(with.stateHash());
        late.leave();
    }
}
