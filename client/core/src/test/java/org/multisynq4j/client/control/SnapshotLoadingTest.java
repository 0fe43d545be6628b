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
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.manifest.SnapshotMetadata;
import org.multisynq4j.protocol.ServerFrame;

/** How a snapshot comes back: from the file store or this device, checked. */
class SnapshotLoadingTest extends SnapshotFilesScene {
    private static final String OLD = SimFiles.BASE + "/snapshots/" + SESSION + "/old.snap";

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
}
