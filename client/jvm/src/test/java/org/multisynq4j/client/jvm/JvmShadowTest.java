package org.multisynq4j.client.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.Session;

/** The second replica in a thread of its own: real sockets, real time. */
@Timeout(60)
class JvmShadowTest {
    private static final String THREAD = "multisynq shadow";

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final LoopbackServer server = LoopbackServer.started();

    private Join<WordsModel> description() {
        return Join.app("test.jvm")
                .name("shadows")
                .password("correct horse")
                .model(WordsModel.class)
                .debug("snapshot")
                .serverAddress(server.address());
    }

    private JvmPlatform platform() {
        return new JvmPlatform((level, line) -> lines.add(line), JvmPlatform.NO_FRAMES);
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> !thread.getName().equals(THREAD));
        return threads;
    }

    private boolean logged(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    @Test
    void aThreadOfItsOwnTakesAndStoresTheImageAndEndsWithTheSession() throws Exception {
        Set<Thread> before = threads();
        Set<Thread> started;
        try (JvmSession one = await(JvmSession.join(platform(), description()))) {
            one.run(session -> session.publish("words", "add", "hello"));
            await(one.until(session -> session.now() > 5_500));
            started = threads();
            started.removeAll(before);
            assertThat(started).hasSize(1);

            one.run(Session::forceSnapshot);
            await(one.until(session -> logged("snapshot uploaded")));

            assertThat(lines).anyMatch(line -> line.contains("image @") && line.contains("encoded in"));
            assertThat(lines).noneMatch(line -> line.contains("own image"));
            assertThat(lines).anyMatch(line -> line.contains("voting @") && !line.contains("not known"));
            try (JvmSession late =
                    await(JvmSession.join(platform(), description().shadow(false)))) {
                List<String> words = late.get(
                        session -> List.copyOf(session.model(WordsModel.class).words()));
                assertThat(words).containsExactly("hello");
                assertThat(logged("fetching snapshot")).isTrue();
            }
        }
        for (Thread thread : started) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void whoeverHasNoneLeavesNoThread() throws Exception {
        Set<Thread> before = threads();
        try (JvmSession one = await(JvmSession.join(platform(), description().shadow(false)))) {
            await(one.until(session -> session.now() > 5_500));
            assertThat(threads()).isSubsetOf(before);

            one.run(Session::forceSnapshot);
            await(one.until(session -> logged("snapshot uploaded")));

            assertThat(lines).anyMatch(line -> line.contains("own image"));
        }
    }
}
