package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.NotLiveException;
import org.multisynq4j.client.error.PayloadTooLargeException;
import org.multisynq4j.client.error.RateExceededException;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.ListCatalog;
import org.multisynq4j.snapshot.PayloadCodec;

class SendingTest {
    private final SimWorld world = new SimWorld(1);
    private final SimPlatform platform = world.platform();

    private long sends() {
        return platform.network.sent.stream()
                .filter(frame -> frame.contains("\"SEND\""))
                .count();
    }

    @Test
    void aBurstTravelsInTwoMessages() {
        Session session = world.live(platform, SimWorld.join().eventRateLimit(5));

        for (int i = 0; i < 80; i++) {
            session.publish("notes", "add", "n" + i);
        }
        world.run(1000);

        assertThat(sends()).isEqualTo(2);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            expected.add("n" + i);
        }
        assertThat(session.model(NoteModel.class).notes()).isEqualTo(expected);
    }

    @Test
    void noMoreMessagesThanAllowedAreSentPerSecond() {
        Session session = world.live(platform, SimWorld.join().eventRateLimit(5));

        for (int i = 0; i < 100; i++) {
            session.publish("notes", "add", "n");
            world.run(20);
        }

        assertThat(sends()).isBetween(9L, 11L);
    }

    @Test
    void whatNoModelHearsIsNotSent() {
        Session session = world.live(platform, SimWorld.join());

        session.publish("nobody", "cares", "x");
        world.run(500);

        assertThat(sends()).isZero();
    }

    @Test
    void payloadsUpToTheLimitAreSentAndLongerOnesRefused() {
        Session session = world.live(platform, SimWorld.join());
        String longest = "x".repeat(longestText());

        session.publish("notes", "add", longest);
        assertThatThrownBy(() -> session.publish("notes", "add", longest + "x"))
                .isInstanceOf(PayloadTooLargeException.class)
                .hasMessageContaining("notes:add")
                .hasMessageContaining("16385");
        world.run(500);

        assertThat(session.model(NoteModel.class).notes()).containsExactly(longest);
        assertThat(platform.console.stream().filter(line -> line.contains("slow everybody down")))
                .hasSize(1);
    }

    /** A text's encoding is longer than the text by what is found here. */
    private static int longestText() {
        byte[] encoded = new PayloadCodec(new ListCatalog(), null).encode("x".repeat(10_000));
        return CodecLimits.PAYLOAD_MAX_BYTES - (encoded.length - 10_000);
    }

    @Test
    void whatExceedsTheQueueIsRefusedWithoutHarm() {
        Session session = world.live(platform, SimWorld.join().eventRateLimit(2));
        String large = "x".repeat(5000);

        session.publish("notes", "add", large);
        session.publish("notes", "add", large);
        session.publish("notes", "add", large);
        assertThatThrownBy(() -> session.publish("notes", "add", large)).isInstanceOf(RateExceededException.class);
        world.run(3000);

        assertThat(session.state()).isEqualTo(SessionState.LIVE);
        assertThat(session.model(NoteModel.class).notes()).hasSize(3);
    }

    @Test
    void publishingBeforeTheSessionIsLiveOrAfterItEndedIsAnError() {
        Session session = Session.begin(platform, SimWorld.join());
        assertThatThrownBy(() -> session.publish("notes", "add", "early")).isInstanceOf(NotLiveException.class);
        world.run(1000);
        session.leave();
        assertThatThrownBy(() -> session.publish("notes", "add", "late")).isInstanceOf(NotLiveException.class);
    }
}
