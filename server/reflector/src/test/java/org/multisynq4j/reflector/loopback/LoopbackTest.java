package org.multisynq4j.reflector.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.reflector.ReflectorSettings;
import org.multisynq4j.reflector.store.MemoryStore;

class LoopbackTest {
    private static final String JOIN =
            "{\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"none\",\"user\":\"v\",\"ticks\":{\"tick\":50}}}";

    private final VirtualTime time = new VirtualTime();
    private final MemoryStore store = new MemoryStore();
    private int timelines;
    private final Loopback loopback = new Loopback(
            ReflectorSettings.standard(), time, store, path -> path.startsWith("known"), () -> "t" + timelines++);

    /** Remembers frames and answers the first one at once, from within the callback. */
    private final class Recorder implements Listener {
        final List<String> frames = new ArrayList<>();
        int closedWith;
        final Connection connection;

        Recorder(String session) {
            connection = loopback.connect(session, "http://h", this);
            connection.send(JOIN);
        }

        @Override
        public void received(String text) {
            frames.add(text);
            if (frames.size() == 1) {
                connection.send("{\"action\":\"SEND\",\"args\":[0,0,\"answer\"]}");
            }
        }

        @Override
        public void closed(int code, String reason) {
            closedWith = code;
        }
    }

    @Test
    void sessionsRunSideBySideAndListenersMayAnswerAtOnce() {
        Recorder a = new Recorder("a");
        Recorder b = new Recorder("b");
        time.advance(1_000);
        assertThat(a.frames.get(0)).contains("SYNC");
        assertThat(a.frames.get(1)).contains("RECV").contains("answer");
        assertThat(a.frames).hasSizeGreaterThan(10).anyMatch(frame -> frame.contains("TICK"));
        assertThat(b.frames).hasSameSizeAs(a.frames);
        assertThat(loopback.status("a").orElseThrow().active()).isEqualTo(1);
    }

    @Test
    void aCrashCutsEverybodyAndTheStoreContinuesTheSession() {
        Recorder a = new Recorder("a");
        time.advance(1_000);
        loopback.crash();
        assertThat(a.closedWith).isEqualTo(1006);
        assertThat(loopback.status("a")).isEmpty();
        Recorder again = new Recorder("a");
        assertThat(again.frames.get(0)).contains("\"timeline\":\"t0\"").contains("answer");
    }

    @Test
    void drainEndsSessionsInOrder() {
        Recorder a = new Recorder("a");
        time.advance(1_000);
        loopback.drain();
        assertThat(a.closedWith).isEqualTo(1001);
        assertThat(loopback.status("a")).isEmpty();
        assertThat(store.session("a").orElseThrow().record().timeMs()).isEqualTo(1_000);
    }

    @Test
    void anUnloadedSessionIsLoadedAgainByTheNextConnection() {
        Recorder a = new Recorder("a");
        time.advance(100);
        a.connection.close(1000);
        time.advance(20_000);
        assertThat(loopback.status("a")).isEmpty();
        assertThat(new Recorder("a").frames.get(0)).contains("\"timeline\":\"t0\"");
        assertThat(timelines).isEqualTo(2);
    }

    @Test
    void badFramesCloseOneConnection() {
        Recorder a = new Recorder("a");
        Recorder b = new Recorder("a");
        b.connection.send("{");
        assertThat(b.closedWith).isEqualTo(4102);
        b.connection.send(JOIN);
        time.advance(500);
        assertThat(a.closedWith).isZero();
        assertThat(loopback.notes()).isNotEmpty();
    }
}
