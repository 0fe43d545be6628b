package org.multisynq4j.client.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.model.Model;

@Timeout(30)
class JvmPlatformTest {
    static final class Counter extends Model {
        int count;
    }

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Test
    void runsEverythingOnItsOneThread() throws Exception {
        try (JvmPlatform platform = new JvmPlatform((level, line) -> lines.add(level + " " + line), 1)) {
            BlockingQueue<Boolean> here = new LinkedBlockingQueue<>();
            Runnable note = () -> here.add(platform.thread().isCurrent());
            platform.thread().execute(() -> {
                platform.clock().schedule(1, note);
                platform.frames().request(time -> note.run());
                platform.compression().compress(new byte[10]).then(done -> note.run(), e -> note.run());
                platform.keys().derive("made up by a person", "a.b", "room").then(done -> note.run(), e -> note.run());
                platform.files().get("http://127.0.0.1:1/none", 1).then(done -> note.run(), e -> note.run());
            });
            for (int i = 0; i < 5; i++) {
                assertThat(here.poll(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void writesWhatATaskThrewToTheConsole() throws Exception {
        try (JvmPlatform platform =
                new JvmPlatform((level, line) -> lines.add(level + " " + line), JvmPlatform.NO_FRAMES)) {
            platform.thread().execute(() -> {
                throw new IllegalStateException("model went wrong");
            });
            assertThat(lines.poll(10, TimeUnit.SECONDS))
                    .startsWith("ERROR ")
                    .contains("model went wrong")
                    .contains("JvmPlatformTest");
        }
    }

    @Test
    void knowsTheCodeOfAModel() {
        try (JvmPlatform platform = new JvmPlatform()) {
            Platform port = platform;
            assertThat(port.codeHash(Counter.class)).hasSize(43).isEqualTo(port.codeHash(Counter.class));
            assertThat(port.catalog(Counter.class)).isNotNull();
            assertThat(port.target()).isEqualTo("jvm");
            assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> port.codeHash(String.class));
        }
    }

    @Test
    void givesDifferentRandomBytesEachTime() {
        try (JvmPlatform platform = new JvmPlatform()) {
            byte[] one = new byte[32];
            byte[] two = new byte[32];
            platform.entropy().fill(one);
            platform.entropy().fill(two);
            assertThat(one).isNotEqualTo(two).isNotEqualTo(new byte[32]);
        }
    }
}
