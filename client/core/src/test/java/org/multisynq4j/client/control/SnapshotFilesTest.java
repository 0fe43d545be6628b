package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.AbsentFileException;
import org.multisynq4j.client.port.FileCache;
import org.multisynq4j.client.port.Hashing;
import org.multisynq4j.client.sim.SimFiles;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.client.sim.TestModels;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.manifest.Manifest;
import org.multisynq4j.manifest.ManifestLimits;
import org.multisynq4j.manifest.SnapshotMetadata;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.ObjectEncoder;

class SnapshotFilesTest {
    private static final String SESSION = "session";

    private final SimWorld world = new SimWorld(1);
    private final SimPlatform platform = world.platform();
    private final SessionKeys keys = SessionKeys.derive(SimWorld.PASSWORD, "app", "name");
    private final SnapshotFiles files = files(platform, 4);

    private SnapshotFiles files(SimPlatform of, double sliceMs) {
        return new SnapshotFiles(of, keys, SESSION, SimFiles.BASE, sliceMs);
    }

    private static SnapshotMetadata metadata(int number, byte[] image) {
        return new SnapshotMetadata(number * 1000L, number, 5, Sha256.base64Url(image), "trace", "code");
    }

    private static ServerFrame.Start.FromSnapshot start(StoredSnapshot stored) {
        return new ServerFrame.Start.FromSnapshot(
                stored.snap().url(), stored.snap().timeMs(), stored.snap().seq());
    }

    private <T> T await(Promise<T> promise) {
        List<T> values = new ArrayList<>();
        promise.then(values::add, error -> {
            throw new AssertionError(error);
        });
        for (int i = 0; i < 400 && values.isEmpty(); i++) {
            world.run(50);
        }
        assertThat(values).as("settled").hasSize(1);
        return values.get(0);
    }

    private Throwable awaitFailure(Promise<?> promise) {
        List<Throwable> errors = new ArrayList<>();
        promise.then(
                value -> {
                    throw new AssertionError("it worked");
                },
                errors::add);
        for (int i = 0; i < 400 && errors.isEmpty(); i++) {
            world.run(50);
        }
        assertThat(errors).as("failed").hasSize(1);
        return errors.get(0);
    }

    private StoredSnapshot store(int number, byte[] image, Optional<StoredSnapshot> base) {
        return await(files.store(image, metadata(number, image), base.map(StoredSnapshot::base)));
    }

    private LoadedSnapshot load(StoredSnapshot stored) {
        return await(files.load(start(stored), LoadProgress.NONE));
    }

    private static byte[] image(long seed, int bytes) {
        byte[] image = new byte[bytes];
        new Random(seed).nextBytes(image);
        return image;
    }

    private static byte[] changed(byte[] image, int places, Random random) {
        byte[] changed = image.clone();
        for (int i = 0; i < places; i++) {
            changed[random.nextInt(changed.length)]++;
        }
        return changed;
    }

    private static Manifest manifest(StoredSnapshot stored) {
        return stored.base().manifest().orElseThrow();
    }

    private static final String OLD = SimFiles.BASE + "/snapshots/" + SESSION + "/old.snap";

    @Test
    void aSmallImageIsOneFile() {
        byte[] image = image(1, ManifestLimits.MAX_INLINE_BYTES);

        StoredSnapshot stored = store(1, image, Optional.empty());

        assertThat(world.files.urls()).containsExactly(stored.snap().url());
        assertThat(stored.snap().files()).isEmpty();
        assertThat(load(stored).image()).isEqualTo(image);
        assertThat(load(stored).base().metadata()).isEqualTo(metadata(1, image));
    }

    @Test
    void aLargeImageIsAManifestAndItsParts() {
        byte[] image = image(1, 1 << 20);

        StoredSnapshot stored = store(1, image, Optional.empty());

        Set<String> expected = new TreeSet<>();
        expected.add(stored.snap().url());
        stored.snap().files().forEach(id -> expected.add(SimFiles.BASE + "/snapshots/session/parts/" + id));
        assertThat(world.files.urls()).containsExactlyElementsOf(expected);
        assertThat(stored.snap().files().size()).isBetween(5, 12);
        assertThat(stored.uploadedFiles()).isEqualTo(expected.size());
        assertThat(load(stored).image()).isEqualTo(image);
    }

    @Test
    void whatEverybodyElseStoresOfTheSameStateIsStoredOnce() {
        byte[] image = image(1, 1 << 20);
        store(1, image, Optional.empty());
        int before = world.files.urls().size();

        await(files(world.platform(), 4).store(image, metadata(1, image), Optional.empty()));

        assertThat(world.files.urls()).hasSize(before);
    }

    @Test
    void aFewChangesAreOneDeltaMore() {
        byte[] first = image(1, 1 << 20);
        StoredSnapshot base = store(1, first, Optional.empty());
        byte[] second = changed(first, 1000, new Random(2));

        StoredSnapshot stored = store(2, second, Optional.of(base));

        assertThat(stored.uploadedFiles()).isEqualTo(2);
        assertThat(stored.uploadedBytes()).isLessThan(base.uploadedBytes() / 50);
        assertThat(manifest(stored).chunks()).isEqualTo(manifest(base).chunks());
        assertThat(stored.snap().files()).containsAll(base.snap().files());
        assertThat(load(stored).image()).isEqualTo(second);
    }

    @Test
    void whoLoadedASnapshotBuildsOnIt() {
        byte[] first = image(1, 1 << 20);
        StoredSnapshot base = store(1, first, Optional.empty());
        byte[] second = changed(first, 10, new Random(2));
        SnapshotFiles other = files(world.platform(), 4);
        LoadedSnapshot loaded = await(other.load(start(base), LoadProgress.NONE));

        StoredSnapshot stored = await(other.store(second, metadata(2, second), Optional.of(loaded.base())));

        assertThat(stored.uploadedFiles()).isEqualTo(2);
        assertThat(load(stored).image()).isEqualTo(second);
    }

    @Test
    void deltasFollowEachOtherUpToTheirNumberThenAllIsStoredAnew() {
        Random random = new Random(3);
        byte[] image = image(1, 300_000);
        StoredSnapshot last = store(1, image, Optional.empty());
        for (int i = 1; i <= ManifestLimits.MAX_DELTAS; i++) {
            image = changed(image, 10, random);
            last = store(i + 1, image, Optional.of(last));
            assertThat(manifest(last).deltas()).hasSize(i);
        }
        assertThat(load(last).image()).isEqualTo(image);

        image = changed(image, 1, random);
        StoredSnapshot fresh = store(99, image, Optional.of(last));

        assertThat(manifest(fresh).deltas()).isEmpty();
        assertThat(load(fresh).image()).isEqualTo(image);
    }

    @Test
    void aDeltaOfMoreThanAQuarterIsNotWorthIt() {
        byte[] first = image(1, 1 << 20);
        StoredSnapshot base = store(1, first, Optional.empty());
        byte[] less = first.clone();
        System.arraycopy(image(2, 1 << 18), 0, less, 5_000, (1 << 18) - 20_000);
        byte[] more = first.clone();
        System.arraycopy(image(2, 1 << 20), 0, more, 5_000, (1 << 18) + 20_000);

        assertThat(manifest(store(2, less, Optional.of(base))).deltas()).hasSize(1);
        assertThat(manifest(store(3, more, Optional.of(base))).deltas()).isEmpty();
    }

    @Test
    void deltasOfMoreThanHalfTogetherAreNotWorthIt() {
        byte[] image = image(1, 1 << 20);
        StoredSnapshot last = store(1, image, Optional.empty());
        List<Integer> deltas = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            image = image.clone();
            System.arraycopy(image(10 + i, 200_000), 0, image, 1000 + i * 210_000, 200_000);
            last = store(2 + i, image, Optional.of(last));
            deltas.add(manifest(last).deltas().size());
        }

        assertThat(deltas).containsExactly(1, 2, 0, 1);
    }

    @Test
    void chunksThatDidNotChangeAreNotStoredAgain() {
        byte[] first = image(1, 2 << 20);
        StoredSnapshot base = store(1, first, Optional.empty());
        byte[] half = first.clone();
        System.arraycopy(image(2, 1 << 20), 0, half, 0, 1 << 20);

        StoredSnapshot stored = store(2, half, Optional.of(base));

        assertThat(manifest(stored).deltas()).isEmpty();
        assertThat(stored.uploadedBytes()).isLessThan(base.uploadedBytes() * 2 / 3);
        assertThat(load(stored).image()).isEqualTo(half);
    }

    @Test
    void aBaseThatTheServerHasDeletedIsNotBuiltOn() {
        byte[] first = image(1, 1 << 20);
        StoredSnapshot base = store(1, first, Optional.empty());
        List.copyOf(world.files.urls()).forEach(world.files::remove);

        byte[] second = changed(first, 10, new Random(2));
        StoredSnapshot stored = store(2, second, Optional.of(base));

        assertThat(load(stored).image()).isEqualTo(second);
    }

    @Test
    void backAndForthBetweenTwoStatesWorks() {
        byte[] a = image(1, 1 << 20);
        byte[] b = changed(a, 10, new Random(2));
        StoredSnapshot last = store(1, a, Optional.empty());
        for (int i = 2; i < 7; i++) {
            byte[] image = i % 2 == 0 ? b : a;
            last = store(i, image, Optional.of(last));
            assertThat(load(last).image()).isEqualTo(image);
        }
    }

    @Test
    void progressTellsTheSealedBytes() {
        StoredSnapshot stored = store(1, image(1, 1 << 20), Optional.empty());
        List<Long> loaded = new ArrayList<>();
        Set<Long> totals = new TreeSet<>();

        LoadedSnapshot snapshot = await(files.load(start(stored), (bytes, of) -> {
            loaded.add(bytes);
            totals.add(of);
        }));

        assertThat(loaded).isSorted().doesNotHaveDuplicates().startsWith(0L);
        assertThat(totals).containsExactly(manifest(stored).storedBytes());
        assertThat(loaded.get(loaded.size() - 1)).isEqualTo(manifest(stored).storedBytes());
        assertThat(snapshot.fetchedBytes()).isEqualTo(stored.uploadedBytes());
    }

    @Test
    void aMissingOrDamagedPartMakesTheSnapshotUnreadable() {
        byte[] image = image(1, 1 << 20);
        StoredSnapshot base = store(1, image, Optional.empty());
        StoredSnapshot stored = store(2, changed(image, 10, new Random(2)), Optional.of(base));
        for (String id : stored.snap().files()) {
            String url = SimFiles.BASE + "/snapshots/session/parts/" + id;
            world.files.tamper = (asked, bytes) -> {
                if (asked.equals(url)) {
                    bytes[bytes.length / 2] ^= 1;
                }
                return bytes;
            };
            awaitFailure(files.load(start(stored), LoadProgress.NONE));
        }
        world.files.tamper = (asked, bytes) -> bytes;
        world.files.remove(SimFiles.BASE + "/snapshots/session/parts/"
                + stored.snap().files().get(0));
        int[] asked = {0};
        world.files.onGet = () -> asked[0]++;
        assertThat(awaitFailure(files.load(start(stored), LoadProgress.NONE)))
                .isInstanceOf(AbsentFileException.class)
                .hasMessageContaining("404");
        assertThat(asked[0])
                .as("nothing is asked for twice")
                .isLessThanOrEqualTo(1 + manifest(stored).parts().size());
    }

    @Test
    void swappedPartsAreFoundOut() {
        StoredSnapshot stored = store(1, image(1, 1 << 20), Optional.empty());
        String first = SimFiles.BASE + "/snapshots/session/parts/"
                + stored.snap().files().get(0);
        String second = SimFiles.BASE + "/snapshots/session/parts/"
                + stored.snap().files().get(1);
        world.files.tamper = (asked, bytes) -> asked.equals(first) ? world.files.bytes(second) : bytes;

        awaitFailure(files.load(start(stored), LoadProgress.NONE));
    }

    @Test
    void aStateWithAnotherHashThanAnnouncedIsRefused() {
        byte[] image = image(1, 1 << 20);
        SnapshotMetadata wrong = new SnapshotMetadata(1000, 1, 5, Sha256.base64Url("another state"), "", "");
        StoredSnapshot stored = await(files.store(image, wrong, Optional.empty()));

        assertThat(awaitFailure(files.load(start(stored), LoadProgress.NONE))).hasMessageContaining("hash");
    }

    @Test
    void aSnapshotIsUsedWhileItsHashIsComputed() {
        byte[] image = image(1, 1 << 20);
        StoredSnapshot stored = store(1, image, Optional.empty());
        List<Promise<byte[]>> hashes = new ArrayList<>();
        List<byte[]> used = new ArrayList<>();
        platform.hashing = bytes -> {
            Promise<byte[]> hash = new Promise<>();
            hashes.add(hash);
            return hash;
        };

        Promise<String> result = files(platform, 4).load(start(stored), LoadProgress.NONE, loaded -> {
            used.add(loaded.image());
            return "made of it";
        });
        world.run(5_000);

        assertThat(used).containsExactly(image);
        assertThat(result.isSettled()).isFalse();
        hashes.get(0).resolve(Sha256.of(image));
        assertThat(await(result)).isEqualTo("made of it");
    }

    @Test
    void whatIsKnownToBeWrongIsNotUsed() {
        SnapshotMetadata wrong = new SnapshotMetadata(1000, 1, 5, Sha256.base64Url("another state"), "", "");
        StoredSnapshot stored = await(files.store(image(1, 1 << 20), wrong, Optional.empty()));
        platform.hashing = Hashing.HERE;

        assertThat(awaitFailure(files(platform, 4).load(start(stored), LoadProgress.NONE, loaded -> {
                    throw new AssertionError("used");
                })))
                .hasMessageContaining("hash");
    }

    @Test
    void aManifestOfAnotherMomentIsRefused() {
        StoredSnapshot stored = store(1, image(1, 100), Optional.empty());

        awaitFailure(files.load(new ServerFrame.Start.FromSnapshot(stored.snap().url(), 1001, 1), LoadProgress.NONE));
        awaitFailure(files.load(new ServerFrame.Start.FromSnapshot(stored.snap().url(), 1000, 2), LoadProgress.NONE));
    }

    @Test
    void whatEarlierVersionsStoredIsStillRead() {
        byte[] image = image(1, 200_000);
        SessionFiles old = new SessionFiles(platform, keys, SimFiles.BASE);
        byte[] file = await(old.pack(FileKind.SNAPSHOT, SESSION, SessionFiles.snapshotName(7, 8), image));
        await(old.store(OLD, file).map(stored -> true));

        LoadedSnapshot loaded = await(files.load(new ServerFrame.Start.FromSnapshot(OLD, 7, 8), LoadProgress.NONE));
        StoredSnapshot next = await(files.store(image, metadata(9, image), Optional.of(loaded.base())));

        assertThat(loaded.image()).isEqualTo(image);
        assertThat(load(next).image()).isEqualTo(image);
    }

    @Test
    void uploadsThatStumbleAreTriedAgain() {
        byte[] image = image(1, 1 << 20);
        world.files.failingPuts = 3;

        assertThat(load(store(1, image, Optional.empty())).image()).isEqualTo(image);
    }

    private static final class Remembering implements FileCache {
        private final Map<String, byte[]> kept = new TreeMap<>();

        @Override
        public Promise<Optional<byte[]>> get(String url) {
            return Promise.of(Optional.ofNullable(kept.get(url)).map(byte[]::clone));
        }

        @Override
        public void put(String url, byte[] file) {
            kept.put(url, file);
        }
    }

    @Test
    void whatThisDeviceHasIsNotFetchedAgain() {
        Remembering cache = new Remembering();
        SimPlatform device = world.platform();
        device.cache = cache;
        byte[] first = image(1, 1 << 20);
        StoredSnapshot base = store(1, first, Optional.empty());
        await(files(device, 4).load(start(base), LoadProgress.NONE));
        byte[] second = changed(first, 10, new Random(2));
        StoredSnapshot stored = store(2, second, Optional.of(base));

        LoadedSnapshot loaded = await(files(device, 4).load(start(stored), LoadProgress.NONE));

        assertThat(loaded.image()).isEqualTo(second);
        assertThat(loaded.fetchedBytes()).isEqualTo(stored.uploadedBytes());
        assertThat(loaded.cachedBytes()).isEqualTo(manifest(base).storedBytes());
        assertThat(cache.kept).hasSize(stored.snap().files().size());
    }

    @Test
    void aDamagedEntryOfTheCacheIsFetchedAgainAndReplaced() {
        Remembering cache = new Remembering();
        SimPlatform device = world.platform();
        device.cache = cache;
        byte[] image = image(1, 1 << 20);
        StoredSnapshot stored = store(1, image, Optional.empty());
        await(files(device, 4).load(start(stored), LoadProgress.NONE));
        List<String> urls = List.copyOf(cache.kept.keySet());
        cache.kept.put(urls.get(0), new byte[0]);
        cache.kept.put(urls.get(1), cache.kept.get(urls.get(2)));
        cache.kept.get(urls.get(3))[100] ^= 1;

        LoadedSnapshot loaded = await(files(device, 4).load(start(stored), LoadProgress.NONE));

        assertThat(loaded.image()).isEqualTo(image);
        assertThat(cache.kept).allSatisfy((url, file) -> assertThat(file).isEqualTo(world.files.bytes(url)));
    }

    @Test
    void onlySoManyPartsAreFetchedAtATime() {
        StoredSnapshot stored = store(1, image(1, 4 << 20), Optional.empty());
        assertThat(stored.snap().files().size()).isGreaterThan(3 * SnapshotLoading.DOWNLOADS_AT_ONCE);
        int[] before = {world.files.waitingGets(), 0};
        world.files.onGet = () -> before[1] = Math.max(before[1], world.files.waitingGets());

        load(stored);

        assertThat(before[1]).isEqualTo(SnapshotLoading.DOWNLOADS_AT_ONCE);
    }

    @Test
    void theStateOfAModelIsStoredInColumnsWhichTakeLessRoom() {
        ObjectEncoder encoder = new ObjectEncoder(TestModels.catalog(), CodecLimits.SNAPSHOT);
        Random random = new Random(1);
        List<Object> state = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            state.add(new ArrayList<>(List.of(i, random.nextInt(1000) / 10.0, random.nextInt(100))));
        }
        byte[] image = encoder.encode(state);
        StoredSnapshot stored = store(1, image, Optional.empty());
        byte[] asItIs = await(platform.compression().compress(image));
        state.add("one more");
        byte[] next = encoder.encode(state);
        StoredSnapshot followed = store(2, next, Optional.of(stored));

        assertThat(manifest(stored).columnsOf()).hasValue(image.length);
        assertThat(stored.uploadedBytes()).isLessThan(asItIs.length * 2 / 3);
        assertThat(load(stored).image()).isEqualTo(image);
        assertThat(manifest(followed).deltas()).hasSize(1);
        assertThat(load(followed).image()).isEqualTo(next);
    }

    /** Lists that refer to each other: one more in front changes the numbers of all. */
    private static byte[] linked(ObjectEncoder encoder, int lists, int more) {
        Random random = new Random(1);
        List<Object> state = new ArrayList<>();
        for (int i = 0; i < lists; i++) {
            state.add(new ArrayList<>(List.of(i, random.nextInt(100_000))));
        }
        List<Object> links = new ArrayList<>();
        for (int i = 0; i < 4 * lists; i++) {
            links.add(state.get(random.nextInt(lists)));
        }
        for (int i = 0; i < more; i++) {
            state.add(random.nextInt(state.size()), new ArrayList<>(List.of("new", i)));
        }
        return encoder.encode(new ArrayList<>(List.of(state, links)));
    }

    @Test
    void aFewObjectsMoreAreASmallDeltaThoughAllReferencesChange() {
        ObjectEncoder encoder = new ObjectEncoder(TestModels.catalog(), CodecLimits.SNAPSHOT);
        byte[] image = linked(encoder, 5000, 0);
        StoredSnapshot stored = store(1, image, Optional.empty());
        for (int more = 20; more <= 60; more += 20) {
            byte[] next = linked(encoder, 5000, more);
            StoredSnapshot followed = store(more, next, Optional.of(stored));

            assertThat(manifest(followed).deltas()).hasSize(more / 20);
            assertThat(followed.uploadedBytes()).isLessThan(manifest(stored).storedBytes() / 10);
            assertThat(load(followed).image()).isEqualTo(next);
            stored = followed;
        }
    }

    @Test
    void workIsDoneInSlices() {
        byte[] image = image(1, 1 << 20);
        StoredSnapshot base = store(1, image, Optional.empty());
        byte[] next = changed(image, 100, new Random(2));
        world.costPerLook(1);
        SnapshotFiles sliced = files(world.platform(), 2);

        StoredSnapshot stored = await(sliced.store(next, metadata(2, next), Optional.of(base.base())));

        assertThat(await(sliced.load(start(stored), LoadProgress.NONE)).image()).isEqualTo(next);
    }
}
