package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.IncompatibleServerException;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.error.SuspiciousMessageException;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.ScriptedReflector;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;

class HostileServerTest {
    private final SimWorld world = new SimWorld(1);
    private final SimPlatform platform = world.platform();
    private final ScriptedReflector server = platform.scripted(false);
    private final Session session = world.live(platform, SimWorld.join());
    private final List<SessionException> errors = new ArrayList<>();

    private List<String> notes() {
        return session.model(NoteModel.class).notes();
    }

    @Test
    void whatCannotBeOpenedIsReportedAndHarmsNothing() {
        session.onError(errors::add);

        server.recv("\"e1.AAAA\",0");
        server.recv("\"0[\\\"notes:add\\\",\\\"forged\\\"]\",0");
        server.recv("{\"what\":\"unheard of\"},0");
        session.publish("notes", "add", "goes on");
        world.run(1000);

        assertThat(notes()).containsExactly("goes on");
        assertThat(errors).hasSize(2).allMatch(e -> e instanceof SuspiciousMessageException);
    }

    @Test
    void aRepeatedMessageHappensOnce() {
        session.onError(errors::add);
        session.publish("notes", "add", "once");
        world.run(100);

        server.recv(server.lastPayload() + ",0");
        world.run(1000);

        assertThat(notes()).containsExactly("once");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).hasMessageContaining("it came before");
    }

    @Test
    void aGapInTheNumbersLeadsToAnotherSync() {
        long joins = server.joins();
        server.skipNumbers(1);
        server.recv("{\"what\":\"unheard of\"},0");
        world.run(100);

        assertThat(server.joins()).isEqualTo(joins + 1);
    }

    @Test
    void aServerThatNeverMakesSenseIsGivenUp() {
        session.onError(errors::add);
        server.confuse();
        server.say("[]");
        world.run(60_000);

        assertThat(session.state()).isEqualTo(SessionState.LEFT);
        assertThat(session.problem()).get().isInstanceOf(IncompatibleServerException.class);
    }

    @Test
    void noiseNeverThrows() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            SimWorld own = new SimWorld(seed);
            SimPlatform page = own.platform();
            ScriptedReflector noisy = page.scripted(false);
            Session victim = own.live(page, SimWorld.join());
            for (int i = 0; i < 20; i++) {
                noisy.say(noise(random));
                own.run(random.nextInt(50));
            }
            assertThat(victim.state()).as("seed " + seed).isNotNull();
        }
    }

    private static String noise(Random random) {
        String[] frames = {
            "{\"action\":\"RECV\",\"args\":[%,%,\"x\"]}",
            "{\"action\":\"RECV\",\"args\":[%,4294967282,{\"what\":\"users\",\"active\":%,\"joined\":[\"a\",{\"id\":\"b\",\"data\":\"%\"}],\"left\":[%]}]}",
            "{\"action\":\"RECV\",\"args\":[%,%,{\"what\":\"tally\",\"sendTime\":%,\"tally\":{\"{}\":%,\"[]\":1},\"tuttiKey\":\"snapshot@%\"}]}",
            "{\"action\":\"TICK\",\"args\":%}",
            "{\"action\":\"SYNC\",\"args\":{\"url\":\"%\",\"messages\":[[%,%,\"\"]],\"time\":%,\"seq\":%,\"tove\":\"%\",\"timeline\":\"%\"}}",
            "{\"action\":\"INFO\",\"args\":{\"msg\":%}}",
            "{\"action\":\"REQU\"}",
            "_CHUNK10{\"action\"",
            "_CHUNK%",
            "null",
            "{%"
        };
        StringBuilder frame = new StringBuilder();
        for (char c : frames[random.nextInt(frames.length)].toCharArray()) {
            if (c == '%') {
                frame.append(random.nextInt(5) == 0 ? "null" : Integer.toString(random.nextInt(2000) - 100));
            } else if (random.nextInt(200) > 0) {
                frame.append(c);
            }
        }
        return frame.toString();
    }
}
