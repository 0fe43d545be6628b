package org.multisynq4j.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.error.UnknownSessionException;
import org.multisynq4j.client.error.UnreadableRecordingException;
import org.multisynq4j.client.error.WrongPasswordException;
import org.multisynq4j.client.jvm.Gzip;
import org.multisynq4j.client.jvm.JvmPlatform;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.client.jvm.LoopbackServer;
import org.multisynq4j.client.recording.RecordingFacts;
import org.multisynq4j.client.recording.RecordingFile;
import org.multisynq4j.client.recording.RecordingLimits;
import org.multisynq4j.protocol.ServerFrame.Start;

/** Sessions recorded over real sockets, and what their replay finds. */
@Timeout(60)
class ReplayTest {
    private static final String PASSWORD = "correct horse";

    @RegisterExtension
    final LoopbackServer server = LoopbackServer.started();

    @Test
    void aRecordedSessionComputesTheSameAgain() throws Exception {
        try (JvmSession one = join()) {
            vote(one, "red", "blue", "red");
            byte[] file = export(one);

            Replay replay = Recording.of(file, PASSWORD).replay(PollModel.class);

            assertThat(replay.disagreements()).isEmpty();
            assertThat(replay.summary().comparisons()).isEqualTo(1);
            assertThat(replay.summary().events()).isEqualTo(3);
            assertThat(replay.root(PollModel.class).votes()).isEqualTo(Map.of("red", 2, "blue", 1));
            assertThat(replay.isSameCode()).isTrue();
            assertThat(replay.isFinished()).isTrue();
            assertThat(replay.errors()).isEmpty();
        }
    }

    @Test
    void aRecordingFromASnapshotOnContainsTheSnapshotAndEveryVoteIsCompared() throws Exception {
        try (JvmSession one = join()) {
            vote(one, "red");
            snapshot(one);
            try (JvmSession late = join()) {
                vote(late, "blue");
                double polled = late.get(Session::now) + 5_500;
                await(late.until(session -> session.now() > polled));
                int before = server.files.size();
                late.run(Session::forceSnapshot);
                await(late.until(session -> server.files.size() > before));
                vote(late, "green");
                byte[] file = export(late);
                server.files.clear();

                Replay replay = Recording.of(file, PASSWORD).replay(PollModel.class);

                assertThat(replay.disagreements()).isEmpty();
                assertThat(replay.summary().comparisons()).isGreaterThanOrEqualTo(2);
                assertThat(replay.root(PollModel.class).votes()).containsOnlyKeys("red", "blue", "green");
                assertThat(Recording.of(file, PASSWORD).facts().start()).isInstanceOf(Start.FromSnapshot.class);
            }
        }
    }

    @Test
    void whatOneReplicaAloneDidIsNamedByItsPath() throws Exception {
        try (JvmSession one = join()) {
            vote(one, "red");
            one.get(session -> {
                session.model(PollModel.class).disturb();
                return true;
            });

            Replay replay = Recording.of(export(one), PASSWORD).replay(PollModel.class);

            assertThat(replay.disagreements()).hasSize(1);
            Disagreement found = replay.disagreements().get(0);
            assertThat(found.what()).isEqualTo("the recorder's state");
            assertThat(found.difference().orElseThrow()).contains("votes").contains("parts against");
            assertThat(found.since()).contains("#429496728");
        }
    }

    @Test
    void theRecorderMayHaveBeenBehindTheReflector() throws Exception {
        try (JvmSession one = join()) {
            vote(one, "red");
            RecordingFile file = RecordingFile.decode(export(one));
            RecordingFacts at = file.facts();
            RecordingFacts later = new RecordingFacts(
                    at.sessionId(),
                    at.appId(),
                    at.persistentId(),
                    at.codeHash(),
                    at.checkWord(),
                    at.name(),
                    at.start(),
                    at.snapshots(),
                    at.timeMs() + 1_000,
                    at.messages(),
                    at.recordedAtMs(),
                    at.by());
            byte[] changed = new RecordingFile(later, file.files(), file.log(), file.details()).encode();

            Replay replay = Recording.of(changed, PASSWORD).replay(PollModel.class);

            assertThat(replay.disagreements()).isEmpty();
            assertThat(replay.summary().comparisons()).isEqualTo(1);
            assertThat(replay.now()).isEqualTo(at.timeMs() + 1_000);
            assertThat(replay.isFinished()).isTrue();
        }
    }

    @Test
    void observingRecordsWithoutAnybodyBeingTold() throws Exception {
        try (JvmSession one = join()) {
            vote(one, "red");
            long seq = one.get(Session::seq);

            byte[] file = observe(description());

            Replay replay = Recording.of(file, PASSWORD).replay(PollModel.class);
            assertThat(replay.root(PollModel.class).votes()).containsOnlyKeys("red");
            assertThat(replay.seq()).isEqualTo(seq);
            assertThat(replay.disagreements()).isEmpty();
            vote(one, "blue");
            assertThat(one.get(Session::participants)).hasSize(1);
            assertThat(one.get(Session::seq)).isEqualTo(seq + 1);
        }
    }

    @Test
    void lookingAtASessionThatDoesNotExistDoesNotBeginIt() throws Exception {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> observe(description().password("mistyped")))
                .withCauseInstanceOf(UnknownSessionException.class)
                .withMessageContaining("there is no session");
        try (JvmSession one = join()) {
            vote(one, "red");
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> observe(description().password("mistyped")))
                    .withCauseInstanceOf(WrongPasswordException.class);
        }
    }

    @Test
    void aReplayStopsAtATimeAMessageOrAnEventAndGoesOn() throws Exception {
        try (JvmSession one = join()) {
            vote(one, "red", "blue", "green");
            await(one.until(session -> session.model(PollModel.class).ticks() > 6));
            byte[] file = export(one);

            Replay replay = Recording.of(file, PASSWORD).begin(PollModel.class);
            assertThat(replay.root(PollModel.class).votes()).isEmpty();

            replay.run(StopAt.parse("poll:vote"));
            assertThat(replay.root(PollModel.class).votes()).containsOnlyKeys("red");
            replay.run(StopAt.parse("#" + (replay.seq() + 1)));
            assertThat(replay.root(PollModel.class).votes()).containsOnlyKeys("red", "blue");

            // Another one: on a busy machine votes come after the fifth tick, on others before it.
            replay = Recording.of(file, PASSWORD).begin(PollModel.class);
            replay.run(StopAt.parse("poll:fifth"));
            assertThat(replay.root(PollModel.class).ticks()).isEqualTo(5);
            assertThat(replay.isFinished()).isFalse();
            replay.run(new StopAt.Time(1_200));
            assertThat(replay.now()).isEqualTo(1_200);
            assertThat(replay.root(PollModel.class).ticks()).isEqualTo(6);
            replay.run(StopAt.end());
            assertThat(replay.isFinished()).isTrue();
            assertThat(replay.disagreements()).isEmpty();
            assertThat(replay.summary().comparisons()).isEqualTo(1);
        }
    }

    @Test
    void placesThatAreNoneAreRefused() {
        for (String place : List.of("", "-1", "#", "#x", "1e5", ":post", "chat:", "chat")) {
            assertThatThrownBy(() -> StopAt.parse(place))
                    .as(place)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("say a time in ms (12500)");
        }
    }

    @Test
    void savedDataIsComparedAndFailuresOfTheModelAreKept() throws Exception {
        try (JvmSession one = join()) {
            vote(one, "red");
            one.run(session -> session.publish("poll", "save"));
            await(one.until(session -> !server.files.isEmpty()));
            one.run(session -> session.publish("poll", "vote", ""));
            await(one.until(session -> session.unsent() == 0));
            vote(one, "blue");

            Replay replay = Recording.of(export(one), PASSWORD).replay(PollModel.class);

            assertThat(replay.disagreements()).isEmpty();
            assertThat(replay.summary().comparisons()).isEqualTo(2);
            assertThat(replay.errors()).hasSize(1);
            assertThat(replay.errors().get(0).text()).contains("poll:vote").contains("an empty vote");
        }
    }

    @Test
    void aRecordingIsReadFromAFileWithItsPasswordOnly(@TempDir Path directory) throws Exception {
        try (JvmSession one = join()) {
            vote(one, "red");
            Path file = Files.write(directory.resolve("poll.m4jr"), export(one));

            // #region replay
            Replay replay = Recording.of(file, PASSWORD).replay(PollModel.class);
            assertThat(replay.disagreements()).isEmpty(); // it happens again as it happened then
            assertThat(replay.errors()).isEmpty(); // and no model code throws
            assertThat(replay.root(PollModel.class).votes()).isEqualTo(Map.of("red", 1));
            // #endregion
            assertThatThrownBy(() -> Recording.of(file, "another").replay(PollModel.class))
                    .isInstanceOf(WrongPasswordException.class)
                    .hasMessageContaining("another password");
            assertThatThrownBy(() -> Recording.of(file, PASSWORD).named("den").replay(PollModel.class))
                    .isInstanceOf(WrongPasswordException.class);
            assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("red")
                    .doesNotContain(PASSWORD);
        }
    }

    @Test
    void aRecordingAsLongAsAllowedIsReadAndNotOneByteMore(@TempDir Path directory) throws Exception {
        byte[] recording;
        try (JvmSession one = join()) {
            vote(one, "red");
            recording = export(one);
        }
        Path path = Files.write(directory.resolve("poll.m4jr"), recording);
        int log = Gzip.unpack(RecordingFile.decode(recording).log(), 1 << 20).length;
        RecordingLimits enough = new RecordingLimits(recording.length, 1 << 20, 1, 1024, log);
        assertThat(Recording.of(path, PASSWORD, enough).replay(PollModel.class).disagreements())
                .isEmpty();

        RecordingLimits shorterLog = new RecordingLimits(recording.length, 1 << 20, 1, 1024, log - 1);
        assertThatThrownBy(() -> Recording.of(path, PASSWORD, shorterLog).replay(PollModel.class))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("its log: ")
                .hasMessageContaining("expands to more than the allowed " + (log - 1) + " bytes");
        RecordingLimits shorter = new RecordingLimits(recording.length - 1, 1 << 20, 1, 1024, log);
        assertThatThrownBy(() -> Recording.of(path, PASSWORD, shorter))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("longer than the " + (recording.length - 1) + " bytes allowed");

        Path huge = directory.resolve("huge.m4jr");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(RecordingLimits.DEFAULTS.maxBytes() + 1); // takes no room on the disk
        }
        assertThatThrownBy(() -> Recording.of(huge, PASSWORD))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("longer than the 1073741824 bytes allowed");
    }

    @Test
    void damagedRecordingsFailClearly() throws Exception {
        byte[] file;
        try (JvmSession one = join()) {
            vote(one, "red", "blue");
            file = export(one);
        }
        for (int length = 0; length < file.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(file, length);
            assertThatThrownBy(() -> Recording.of(cut, PASSWORD))
                    .as("cut after %d bytes", length)
                    .isInstanceOf(UnreadableRecordingException.class);
        }
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            byte[] changed = file.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            try {
                Recording.of(changed, PASSWORD).replay(PollModel.class);
            } catch (SessionException expected) {
                assertThat(expected.getMessage())
                        .as("seed %d, byte %d", seed, at)
                        .isNotBlank();
            }
        }
    }

    private Join<PollModel> description() {
        return Join.app("test.replay")
                .name("room")
                .password(PASSWORD)
                .model(PollModel.class)
                .serverAddress(server.address());
    }

    private JvmSession join() throws Exception {
        return await(JvmSession.join(description()));
    }

    private static void vote(JvmSession session, String... choices) throws Exception {
        for (String choice : choices) {
            session.run(live -> live.publish("poll", "vote", choice));
            await(session.until(live ->
                    live.unsent() == 0 && live.model(PollModel.class).votes().containsKey(choice)));
        }
    }

    private void snapshot(JvmSession session) throws Exception {
        await(session.until(live -> live.now() > 5_500));
        session.run(Session::forceSnapshot);
        while (!(Recording.of(observe(description()), PASSWORD).facts().start() instanceof Start.FromSnapshot)) {
            await(session.until(live -> !server.files.isEmpty()));
        }
    }

    private static byte[] export(JvmSession session) throws Exception {
        return await(settled(session.get(Session::export)));
    }

    private static byte[] observe(Join<?> join) throws Exception {
        try (JvmPlatform platform = new JvmPlatform()) {
            CompletableFuture<byte[]> file = new CompletableFuture<>();
            platform.thread()
                    .execute(() -> Session.observe(platform, join).then(file::complete, file::completeExceptionally));
            return await(file);
        }
    }

    private static <T> CompletableFuture<T> settled(Promise<T> promise) {
        CompletableFuture<T> future = new CompletableFuture<>();
        promise.then(future::complete, future::completeExceptionally);
        return future;
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }
}
