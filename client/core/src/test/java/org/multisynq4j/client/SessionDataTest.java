package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.StorageException;
import org.multisynq4j.client.error.UnreadableDataException;
import org.multisynq4j.client.sim.AlbumModel;
import org.multisynq4j.client.sim.SimFiles;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.crypto.BlobId;
import org.multisynq4j.crypto.Passwords;
import org.multisynq4j.model.DataHandle;

/** Pictures and the like: stored by one view, named in the model, fetched by the others. */
class SessionDataTest {
    private final SimWorld world = new SimWorld(1);
    private final byte[] picture = "a picture, so to speak".getBytes(StandardCharsets.UTF_8);

    private static Join<AlbumModel> join() {
        return Join.app("test.sim")
                .name("album")
                .password(SimWorld.PASSWORD)
                .model(AlbumModel.class)
                .serverAddress(SimWorld.SERVER);
    }

    private Session enter() {
        return world.live(world.platform(), join());
    }

    private Session stranger() {
        return world.live(world.platform(), join().name("another").password(Passwords.generate(bytes -> bytes[0] = 1)));
    }

    private <T> T await(Promise<T> promise) {
        List<T> values = new ArrayList<>();
        List<Throwable> errors = new ArrayList<>();
        promise.then(values::add, errors::add);
        for (int i = 0; i < 400 && values.isEmpty() && errors.isEmpty(); i++) {
            world.run(50);
        }
        if (!errors.isEmpty()) {
            throw (RuntimeException) errors.get(0);
        }
        return values.get(0);
    }

    private Throwable refused(Promise<?> promise) {
        try {
            await(promise);
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("not refused");
    }

    private static String url(Session session) {
        return SimFiles.BASE + "/apps/test.sim/" + session.persistentId() + "/data/";
    }

    @Test
    void whatOneViewStoresTheOthersFetchByTheHandleInTheModel() {
        Session ann = enter();
        Session bob = enter();
        DataHandle handle = await(ann.data().store(picture));
        ann.publish("album", "add", handle);
        world.run(1_000);

        DataHandle known = bob.model(AlbumModel.class).pictures().get(0);

        assertThat(known).isEqualTo(handle);
        assertThat(known.size()).isEqualTo(picture.length);
        assertThat(await(bob.data().fetch(known))).isEqualTo(picture);
    }

    @Test
    void handlesAreInSnapshotsAndInSavedDataAndStayGood() {
        Session ann = enter();
        ann.publish("album", "add", await(ann.data().store(picture)));
        world.run(6_000);
        ann.forceSnapshot();
        world.run(2_000);
        Session restored = enter();
        ann.leave();
        restored.leave();
        world.run(5_000);
        SimPlatform newer = world.platform();
        newer.codeVersion = "2";
        Session later = world.live(newer, join());

        assertThat(later.id()).isNotEqualTo(ann.id());
        assertThat(world.files.urls()).anyMatch(url -> url.contains("/snapshots/" + ann.id()));
        assertThat(await(later.data()
                        .fetch(later.model(AlbumModel.class).pictures().get(0))))
                .isEqualTo(picture);
    }

    @Test
    void theServerSeesNeitherTheDataNorTheHandleButThatTwoAreEqual() {
        Session ann = enter();
        Session bob = enter();
        DataHandle first = await(ann.data().store(picture));
        DataHandle second = await(bob.data().store(picture.clone()));

        assertThat(second).isEqualTo(first);
        assertThat(world.files.urls()).singleElement().asString().startsWith(url(ann));
        assertThat(world.files.text()).doesNotContain("picture");
        assertThat(world.files.proofs.values()).allMatch(proof -> !proof.isEmpty());
    }

    @Test
    void whatTheStoreHasIsNotSentAgain() {
        Session ann = enter();
        await(ann.data().store(picture));
        world.files.failingPuts = 100;

        assertThat(await(ann.data().store(picture)).size()).isEqualTo(picture.length);
    }

    @Test
    void emptyDataIsData() {
        Session ann = enter();
        DataHandle nothing = await(ann.data().store(new byte[0]));
        assertThat(nothing.size()).isZero();
        assertThat(await(ann.data().fetch(nothing))).isEmpty();
    }

    @Test
    void anotherSessionOpensOnlyWhatIsShareable() {
        Session ann = enter();
        DataHandle mine = await(ann.data().store(picture, false));
        DataHandle anybodys = await(ann.data().store(picture, true));
        Session stranger = stranger();

        assertThat(mine.isShareable()).isFalse();
        assertThat(refused(stranger.data().fetch(mine)))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageContaining("stored by another session and not as shareable");
        assertThat(anybodys.isShareable()).isTrue();
        assertThat(await(stranger.data().fetch(DataHandle.parse(anybodys.id()))))
                .isEqualTo(picture);
        assertThat(await(ann.data().fetch(anybodys))).isEqualTo(picture);
    }

    @Test
    void aFileServerThatLiesIsFoundOut() {
        Session ann = enter();
        for (boolean shareable : new boolean[] {false, true}) {
            DataHandle handle = await(ann.data().store(picture, shareable));
            DataHandle other = await(ann.data().store(new byte[picture.length], shareable));
            byte[] swapped = world.files.bytes(url(ann) + name(other));
            Random random = new Random(7);
            List<SimFiles.FileTamper> lies = List.of(
                    (url, file) -> swapped,
                    (url, file) -> new byte[0],
                    (url, file) -> Arrays.copyOf(file, file.length - 1),
                    (url, file) -> Arrays.copyOf(file, file.length + 1),
                    (url, file) -> {
                        file[random.nextInt(file.length)] ^= 1;
                        return file;
                    });
            for (SimFiles.FileTamper lie : lies) {
                world.files.tamper = lie;
                assertThat(refused(ann.data().fetch(handle)))
                        .isInstanceOf(UnreadableDataException.class)
                        .hasMessageContaining("cannot be opened");
            }
            world.files.tamper = (url, file) -> file;
            assertThat(await(ann.data().fetch(handle))).isEqualTo(picture);
        }
        assertThat(ann.state()).isEqualTo(SessionState.LIVE);
    }

    private static String name(DataHandle handle) {
        return BlobId.parse(handle.id()).fileName();
    }

    @Test
    void aStoreThatFailsForAWhileIsTriedAgainAndOneThatFailsForGoodIsAnError() {
        Session ann = enter();
        world.files.failingPuts = 2;
        DataHandle handle = await(ann.data().store(picture));
        world.files.failingGets = 2;
        assertThat(await(ann.data().fetch(handle))).isEqualTo(picture);

        world.files.failingPuts = 100;
        assertThat(refused(ann.data().store(new byte[] {1})))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("data of 1 bytes could not be stored: disk full");
        world.files.remove(url(ann) + name(handle));
        assertThat(refused(ann.data().fetch(handle)))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageContaining("cannot be fetched");
    }

    @Test
    void tooMuchDataIsRefusedAtOnce() {
        Session ann = enter();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ann.data().store(new byte[SessionData.MAX_BYTES + 1]))
                .withMessageContaining("16777217");
    }

    @Test
    void whatIsNoHandleIsRefusedWhereItAppears() {
        assertThatIllegalArgumentException().isThrownBy(() -> DataHandle.parse("d1.AAAA"));
        assertThatIllegalArgumentException().isThrownBy(() -> new DataHandle(""));
    }

    @Test
    void modelsCannotStoreOrFetch() {
        List<Throwable> thrown = new ArrayList<>();
        Session ann = world.live(world.platform(), join().shadow(false));
        DataHandle handle = await(ann.data().store(picture));
        AlbumModel.DURING_ADD.set(Optional.of(() -> {
            thrown.add(catching(() -> ann.data().store(picture)));
            thrown.add(catching(() -> ann.data().fetch(handle)));
        }));
        ann.publish("album", "add", handle);
        world.run(1_000);
        AlbumModel.DURING_ADD.set(Optional.empty());

        assertThat(thrown).hasSize(2).allSatisfy(error -> assertThatIllegalStateException()
                .isThrownBy(() -> {
                    throw error;
                })
                .withMessageContaining("let a view do it"));
    }

    private static Throwable catching(Runnable action) {
        try {
            action.run();
            return new AssertionError("nothing was thrown");
        } catch (RuntimeException e) {
            return e;
        }
    }
}
