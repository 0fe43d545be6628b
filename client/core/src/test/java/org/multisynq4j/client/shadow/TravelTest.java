package org.multisynq4j.client.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.control.Effort;
import org.multisynq4j.client.control.FileTimes;
import org.multisynq4j.client.control.ImageId;
import org.multisynq4j.client.control.SessionNames;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.protocol.ClientFrame;

/** Commands and events come out of the channel as they went in. */
class TravelTest {
    private static final ImageId ID = new ImageId(123_456_789_012L, 4_294_967_295L);

    private final List<String> headers = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final Channel channel = new Channel() {
        @Override
        public void send(String header, byte[] body) {
            headers.add(header);
            bodies.add(body);
        }

        @Override
        public void close() {}
    };

    private ShadowCommand travelled(ShadowCommand command) {
        CommandText.send(channel, command);
        return CommandText.read(headers.remove(0), bodies.remove(0));
    }

    private ShadowEvent travelled(ShadowEvent event) {
        EventText.send(channel, event);
        return EventText.read(headers.remove(0), bodies.remove(0));
    }

    @Test
    void commandsArriveAsTheyWere() {
        for (ShadowCommand command : List.of(
                new ShadowCommand.Frame("{\"id\":\"x\",\"action\":\"RECV\",\"args\":[1,2,\"{\\\"do\\\":1}\"]}"),
                new ShadowCommand.Load("http://files/a", ID),
                new ShadowCommand.Tick(1L << 40),
                new ShadowCommand.Live(),
                new ShadowCommand.Store(ID),
                new ShadowCommand.Forget(ID))) {
            assertThat(travelled(command)).isEqualTo(command);
        }
    }

    @Test
    void aPlanArrivesWithoutTheSessionsNameAndWithItsSecretAsBody() {
        byte[] secret = {1, 2, 3};
        ShadowCommand.Plan plan = new ShadowCommand.Plan(
                "a.Model",
                new SessionNames("app", "the name", "persistent", "session", "code"),
                "http://files",
                JsonObject.builder()
                        .put("size", 3)
                        .put("deep", JsonObject.EMPTY)
                        .build(),
                1024,
                secret);

        CommandText.send(channel, plan);

        assertThat(headers.get(0)).doesNotContain("the name");
        ShadowCommand.Plan arrived = (ShadowCommand.Plan) CommandText.read(headers.get(0), bodies.get(0));
        assertThat(arrived.names()).isEqualTo(new SessionNames("app", "", "persistent", "session", "code"));
        assertThat(arrived.options()).isEqualTo(plan.options());
        assertThat(arrived.secret()).isSameAs(secret);
        assertThat(arrived.model()).isEqualTo("a.Model");
        assertThat(arrived.files()).isEqualTo("http://files");
        assertThat(arrived.maxPersistedBytes()).isEqualTo(1024);
    }

    @Test
    void eventsArriveAsTheyWere() {
        for (ShadowEvent event : List.of(
                new ShadowEvent.CaughtUp(1L << 40),
                new ShadowEvent.Working(),
                new ShadowEvent.Imaged(ID, "state", "trace", 1 << 27, new Effort(1.5, 0.25), new Effort(0, 0)),
                new ShadowEvent.Stored(
                        ID,
                        new ClientFrame.Snap(ID.timeMs(), ID.seq(), "hash", "url", false, List.of("a", "b")),
                        1L << 33,
                        7,
                        new FileTimes(1, 2, 3.5),
                        4),
                new ShadowEvent.NotStored(ID, "disk \"full\""),
                new ShadowEvent.Broken("why"))) {
            assertThat(travelled(event)).isEqualTo(event);
        }
    }

    @Test
    void whatIsNeitherIsRefused() {
        assertThatThrownBy(() -> CommandText.read("{\"do\":\"dance\"}", Channel.NO_BODY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dance");
        assertThatThrownBy(() -> CommandText.read("{\"do\":\"store\"}", Channel.NO_BODY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no time");
        assertThatThrownBy(() -> EventText.read("{\"did\":\"dance\"}", Channel.NO_BODY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dance");
        assertThatThrownBy(() -> EventText.read("[]", Channel.NO_BODY)).isInstanceOf(IllegalArgumentException.class);
    }
}
