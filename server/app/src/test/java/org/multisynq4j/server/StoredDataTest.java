package org.multisynq4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.client.Handling;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.SessionData;
import org.multisynq4j.client.View;
import org.multisynq4j.client.error.UnreadableDataException;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.crypto.BlobId;
import org.multisynq4j.model.DataHandle;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

/** An application's data at a real server: killed, and with files exchanged on its disk. */
final class StoredDataTest {
    // #region model
    static final class Album extends Model {
        private final List<DataHandle> pictures = new ArrayList<>();

        @Override
        protected void init(Options options, Persisted persisted) {
            subscribe("album", "add", this::add);
        }

        private void add(DataHandle picture) {
            pictures.add(picture);
            publish("album", "added", picture);
        }

        List<DataHandle> pictures() {
            return pictures;
        }
    }
    // #endregion

    // #region view
    static final class AlbumView extends View {
        private final List<byte[]> shown = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        AlbumView(Album album) {
            super(album);
            album.pictures().forEach(this::show);
            subscribe("album", "added", Handling.QUEUED, this::show);
        }

        void add(byte[] picture) {
            session()
                    .data()
                    .store(picture)
                    .then(handle -> publish("album", "add", handle), error -> problems.add(error.getMessage()));
        }

        private void show(DataHandle picture) {
            session().data().fetch(picture).then(shown::add, error -> problems.add(error.getMessage()));
        }
    }
    // #endregion

    @TempDir
    Path data;

    private static JvmSession join(ServerProcess server, String name) throws Exception {
        return JvmSession.join(Join.app("org.multisynq4j.album")
                        .name(name)
                        .password("a shared secret of " + name)
                        .server(server.url() + "/")
                        .model(Album.class)
                        .view(AlbumView::new))
                .get(30, TimeUnit.SECONDS);
    }

    private static <T> T await(JvmSession session, Function<Session, Promise<T>> question) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        session.run(asked -> question.apply(asked).then(answer::complete, answer::completeExceptionally));
        return answer.get(30, TimeUnit.SECONDS);
    }

    private static byte[] fetch(JvmSession session, DataHandle handle) throws Exception {
        return await(session, asked -> asked.data().fetch(handle));
    }

    private static DataHandle first(JvmSession session) throws Exception {
        session.until(live -> !live.model(Album.class).pictures().isEmpty()).get(20, TimeUnit.SECONDS);
        return session.get(live -> live.model(Album.class).pictures().get(0));
    }

    private Path stored(DataHandle handle) throws Exception {
        try (Stream<Path> files = Files.walk(data.resolve("files"))) {
            return files.filter(file -> file.endsWith(BlobId.parse(handle.id()).fileName()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    @Timeout(120)
    void isThereAfterAKillAndWhatSomebodyPutInItsPlaceIsRefused() throws Exception {
        byte[] picture = new byte[300_000];
        new Random(1).nextBytes(picture);
        byte[] largest = new byte[SessionData.MAX_BYTES];
        DataHandle large;
        DataHandle shareable;
        try (ServerProcess server = ServerProcess.start(data);
                JvmSession ann = join(server, "room")) {
            DataHandle handle = await(ann, session -> session.data().store(picture));
            large = await(ann, session -> session.data().store(largest));
            shareable = await(ann, session -> session.data().store(picture, true));
            ann.run(session -> session.publish("album", "add", handle));
            assertThat(first(ann)).isEqualTo(handle);
            server.kill();
        }

        try (ServerProcess server = ServerProcess.start(data);
                JvmSession bob = join(server, "room");
                JvmSession eve = join(server, "other room")) {
            DataHandle handle = first(bob);
            assertThat(fetch(bob, handle)).isEqualTo(picture);
            assertThat(fetch(bob, large)).isEqualTo(largest);
            assertThat(fetch(eve, shareable)).isEqualTo(picture);
            assertThatThrownBy(() -> fetch(eve, handle))
                    .hasCauseInstanceOf(UnreadableDataException.class)
                    .hasMessageContaining("server answered 404");

            Files.copy(stored(shareable), stored(handle), StandardCopyOption.REPLACE_EXISTING);
            assertThatThrownBy(() -> fetch(bob, handle))
                    .hasCauseInstanceOf(UnreadableDataException.class)
                    .hasMessageContaining("it was altered");
        }
    }

    private static boolean shows(Session session, byte[] picture) {
        AlbumView view = (AlbumView) session.view().orElseThrow();
        assertThat(view.problems).isEmpty();
        return view.shown.stream().anyMatch(shown -> Arrays.equals(shown, picture));
    }

    @Test
    @Timeout(60)
    void viewsPassPicturesToEachOtherByTheModel() throws Exception {
        byte[] picture = {1, 2, 3};
        try (ServerProcess server = ServerProcess.start(data);
                JvmSession ann = join(server, "room");
                JvmSession bob = join(server, "room")) {
            ann.run(session -> ((AlbumView) session.view().orElseThrow()).add(picture));
            bob.until(session -> shows(session, picture)).get(20, TimeUnit.SECONDS);
            try (JvmSession late = join(server, "room")) {
                late.until(session -> shows(session, picture)).get(20, TimeUnit.SECONDS);
            }
        }
    }
}
