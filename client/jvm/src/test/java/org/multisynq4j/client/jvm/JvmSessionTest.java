package org.multisynq4j.client.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.SessionState;
import org.multisynq4j.client.error.JoinException;
import org.multisynq4j.client.error.LostConnectionException;
import org.multisynq4j.client.error.WrongPasswordException;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.reflector.ReflectorSettings;
import org.multisynq4j.scan.ModelRefusedException;

/** Whole sessions on the JVM: real sockets, real time, several participants in one process. */
@Timeout(60)
class JvmSessionTest {
    @RegisterExtension
    final LoopbackServer server = LoopbackServer.started();

    @Test
    void participantsSeeEachOthersEventsAndComputeTheSameState() throws Exception {
        try (JvmSession one = join("room");
                JvmSession two = join("room")) {
            one.run(session -> session.publish("words", "add", "hello"));
            await(two.until(session -> words(session).contains("hello")));
            two.run(session -> session.publish("words", "add", "back"));
            await(one.until(session -> words(session).contains("back")));

            assertThat(one.get(JvmSessionTest::words)).containsExactly("hello", "back");
            assertThat(two.get(JvmSessionTest::words)).containsExactly("hello", "back");
            assertThat(one.get(Session::participants)).hasSize(2);
            assertThat(one.get(Session::id)).isEqualTo(two.get(Session::id));
        }
    }

    @Test
    void worksWithAServerThatOffersNoneOfOurExtensions() throws Exception {
        try (LoopbackServer original = new LoopbackServer(ReflectorSettings.likeOriginal())) {
            Join<WordsModel> description = description("room").serverAddress(original.address());
            try (JvmSession one = await(JvmSession.join(description));
                    JvmSession two = await(JvmSession.join(description))) {
                one.run(session -> session.publish("words", "add", "hello"));
                two.run(session -> session.publish("words", "add", "back"));
                await(one.until(session -> words(session).size() == 2));
                await(two.until(session -> words(session).size() == 2));
                assertThat(two.get(JvmSessionTest::words)).isEqualTo(one.get(JvmSessionTest::words));

                // Snapshots are at least 5 s of teatime apart, the first from the beginning.
                await(one.until(session -> session.now() > 5_500));
                one.run(Session::forceSnapshot);
                await(one.until(session -> !original.files.isEmpty()));
                try (JvmSession late = await(JvmSession.join(description))) {
                    assertThat(late.get(JvmSessionTest::words)).isEqualTo(one.get(JvmSessionTest::words));
                    late.run(session -> session.publish("words", "add", "late"));
                    await(one.until(session -> words(session).contains("late")));
                }
            }
            assertThat(original.errors).isEmpty();
        }
    }

    @Test
    void everyThreadMayUseIt() throws Exception {
        try (JvmSession bot = join("room")) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String word = "w" + i;
                threads.add(new Thread(() -> bot.run(session -> session.publish("words", "add", word))));
            }
            threads.forEach(Thread::start);
            await(bot.until(session -> words(session).size() == 8));
            assertThat(bot.get(JvmSessionTest::words))
                    .containsExactlyInAnyOrder("w0", "w1", "w2", "w3", "w4", "w5", "w6", "w7");
        }
    }

    @Test
    void aLateJoinerFindsWhatHappenedBefore() throws Exception {
        try (JvmSession one = join("room")) {
            one.run(session -> session.publish("words", "add", "early"));
            await(one.until(session -> words(session).contains("early")));
            try (JvmSession late = join("room")) {
                assertThat(late.get(JvmSessionTest::words)).containsExactly("early");
            }
        }
    }

    @Test
    void comesBackAfterTheNetworkBroke() throws Exception {
        try (JvmSession one = await(JvmSession.join(description("room").rejoinLimit(60_000)))) {
            server.cut();
            one.run(session -> session.publish("words", "add", "meanwhile"));
            await(one.until(session ->
                    session.state() == SessionState.LIVE && words(session).contains("meanwhile")));
        }
    }

    @Test
    void closingLeavesAndEndsTheFutures() throws Exception {
        JvmSession one = join("room");
        try (JvmSession two = join("room")) {
            await(two.until(session -> session.participants().size() == 2));
            CompletableFuture<Void> never = one.until(session -> false);
            one.close();
            await(two.until(session -> session.participants().size() == 1));
            await(one.ended());
            assertFails(never, LostConnectionException.class);
            assertFails(one.call(Session::id), LostConnectionException.class);
            one.close();
        }
    }

    @Test
    void reportsWhatAnActionThrows() throws Exception {
        try (JvmSession one = join("room")) {
            assertFails(
                    one.call(session -> {
                        throw new IllegalStateException("on purpose");
                    }),
                    IllegalStateException.class);
        }
    }

    @Test
    void failsToJoinWithEverythingThatIsWrong() {
        assertFails(JvmSession.join(Join.app("not an id").name("").password("")), JoinException.class);
    }

    /** Looks at the wall clock and at a hash order: two things the scan refuses. */
    public static final class UnfitModel extends Model {
        private final List<Object> seen = new ArrayList<>();

        @Override
        protected void init(Options options, Persisted persisted) {
            seen.add(System.currentTimeMillis());
            subscribe("unfit", "add", this::add);
        }

        private void add(String word) {
            seen.add(System.identityHashCode(word));
        }
    }

    @Test
    void refusesAModelThatWouldNotComputeTheSameEverywhereNamingAllProblems() {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> await(JvmSession.join(description("room").model(UnfitModel.class))))
                .havingCause()
                .isInstanceOf(ModelRefusedException.class)
                .withMessageContaining(UnfitModel.class.getName())
                .withMessageContaining("refuses 2 things")
                .withMessageContaining("JvmSessionTest.java:")
                .withMessageContaining("currentTimeMillis")
                .withMessageContaining("identityHashCode");
    }

    @Test
    void failsToJoinWithAnotherPassword() throws Exception {
        try (JvmSession one = join("room")) {
            assertThat(one.get(Session::state)).isEqualTo(SessionState.LIVE);
            assertFails(JvmSession.join(description("room").password("another one")), WrongPasswordException.class);
        }
    }

    private Join<WordsModel> description(String name) {
        return Join.app("test.jvm")
                .name(name)
                .password("correct horse")
                .model(WordsModel.class)
                .serverAddress(server.address());
    }

    private JvmSession join(String name) throws Exception {
        return await(JvmSession.join(description(name)));
    }

    private static List<String> words(Session session) {
        return List.copyOf(session.model(WordsModel.class).words());
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static void assertFails(CompletableFuture<?> future, Class<? extends Throwable> type) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> await(future))
                .withCauseInstanceOf(type);
    }
}
