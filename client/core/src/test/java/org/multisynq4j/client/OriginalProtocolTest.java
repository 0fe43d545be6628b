package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.ScriptedReflector;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.reflector.ReflectorSettings;

/** A server that knows nothing of our extensions is a server like any other. */
class OriginalProtocolTest {
    private void joinsAndPublishes(boolean signedNumbers) {
        SimWorld world = new SimWorld(1);
        SimPlatform platform = world.platform();
        ScriptedReflector reflector = platform.scripted(signedNumbers);
        Session session = world.live(platform, SimWorld.join().tps(2));

        for (int i = 0; i < 40; i++) {
            session.publish("notes", "add", "n" + i);
            world.run(100);
        }
        world.run(1000);

        assertThat(session.model(NoteModel.class).notes()).hasSize(40);
        assertThat(session.seq()).isLessThan(100);
        JsonObject join = reflector.frames.get(0).object("args").orElseThrow();
        assertThat(join.number("version")).hasValue(1);
        assertThat(join.string("apiKey")).hasValue("none");
        assertThat(join.string("user")).hasValue(session.viewId());
        assertThat(join.object("ticks").orElseThrow().number("tick")).hasValue(500);
        assertThat(join.object("ticks").orElseThrow().number("delay")).hasValue(0);
        assertThat(join.number("leaveDelay")).hasValue(1250);
        assertThat(join.string("developerId")).hasValue("unknown_dev_id");
    }

    @Test
    void theFramesOfTheOriginalAreUnderstoodAcrossTheWrapAround() {
        joinsAndPublishes(false);
    }

    @Test
    void sequenceNumbersMayBeSigned() {
        joinsAndPublishes(true);
    }

    @Test
    void sessionsWorkWithoutExtensionsAndStorage() {
        SimWorld world = new SimWorld(1, ReflectorSettings.likeOriginal());
        SimPlatform platform = world.platform();
        Session a = world.live(platform, SimWorld.join().rejoinLimit(5000));
        Session b = world.live();
        a.publish("notes", "add", "one");
        world.run(500);
        platform.network.down();
        a.publish("notes", "add", "two");
        world.run(1000);
        platform.network.up();
        world.run(6000);
        a.forceSnapshot();
        world.run(3000);
        Session late = world.live();
        world.run(500);

        assertThat(b.model(NoteModel.class).notes()).containsExactly("one", "two");
        world.awaitEqualTime(List.of(late, a));
        assertThat(late.stateHash()).isEqualTo(a.stateHash());
        assertThat(world.files.urls()).hasSize(1);
    }
}
