package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.sim.SimFiles;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.manifest.Manifest;
import org.multisynq4j.manifest.SnapshotMetadata;
import org.multisynq4j.protocol.ServerFrame;

/** A file store, and what the tests of stored snapshots have in common. */
abstract class SnapshotFilesScene {
    static final String SESSION = "session";

    final SimWorld world = new SimWorld(1);
    final SimPlatform platform = world.platform();
    final SessionKeys keys = SessionKeys.derive(SimWorld.PASSWORD, "app", "name");
    final SnapshotFiles files = files(platform, 4);

    SnapshotFiles files(SimPlatform of, double sliceMs) {
        return new SnapshotFiles(of, keys, SESSION, SimFiles.BASE, Pace.of(sliceMs, 0), SnapshotFiles.JOINING);
    }

    static SnapshotMetadata metadata(int number, byte[] image) {
        return new SnapshotMetadata(number * 1000L, number, 5, Sha256.base64Url(image), "trace", "code");
    }

    static ServerFrame.Start.FromSnapshot start(StoredSnapshot stored) {
        return new ServerFrame.Start.FromSnapshot(
                stored.snap().url(), stored.snap().timeMs(), stored.snap().seq());
    }

    <T> T await(Promise<T> promise) {
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

    Throwable awaitFailure(Promise<?> promise) {
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

    StoredSnapshot store(int number, byte[] image, Optional<StoredSnapshot> base) {
        return await(files.store(image, metadata(number, image), base.map(StoredSnapshot::base)));
    }

    LoadedSnapshot load(StoredSnapshot stored) {
        return await(files.load(start(stored), LoadProgress.NONE));
    }

    static byte[] image(long seed, int bytes) {
        byte[] image = new byte[bytes];
        new Random(seed).nextBytes(image);
        return image;
    }

    static byte[] changed(byte[] image, int places, Random random) {
        byte[] changed = image.clone();
        for (int i = 0; i < places; i++) {
            changed[random.nextInt(changed.length)]++;
        }
        return changed;
    }

    static Manifest manifest(StoredSnapshot stored) {
        return stored.base().manifest().orElseThrow();
    }
}
