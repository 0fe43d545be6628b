package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.SimFiles;
import org.multisynq4j.client.sim.TestModels;
import org.multisynq4j.manifest.ManifestLimits;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.ObjectEncoder;

/** What is uploaded of a snapshot, and what is there already. */
class SnapshotStoringTest extends SnapshotFilesScene {
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
    void uploadsThatStumbleAreTriedAgain() {
        byte[] image = image(1, 1 << 20);
        world.files.failingPuts = 3;

        assertThat(load(store(1, image, Optional.empty())).image()).isEqualTo(image);
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
