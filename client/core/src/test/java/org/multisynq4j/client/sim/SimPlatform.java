package org.multisynq4j.client.sim;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Compression;
import org.multisynq4j.client.port.Console;
import org.multisynq4j.client.port.Entropy;
import org.multisynq4j.client.port.FileCache;
import org.multisynq4j.client.port.FileStore;
import org.multisynq4j.client.port.Frames;
import org.multisynq4j.client.port.Hashing;
import org.multisynq4j.client.port.KeyDerivation;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.client.port.Transport;
import org.multisynq4j.client.port.Workers;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.snapshot.TypeCatalog;

/** The ports of one simulated client. */
public final class SimPlatform implements Platform {
    private static final double HASHING_MS = 5;

    private final SimWorld world;
    private final Random random;
    public final SimNetwork network;
    public final SimFrames frames;
    public final List<String> console = new ArrayList<>();
    public final SimWorkers workers;
    public String codeVersion = "1";
    public FileCache cache = FileCache.NONE;
    /** How whole snapshots are hashed; by default on another thread, as browsers do. */
    public Hashing hashing;
    /** How keys are derived. */
    public KeyDerivation keys = KeyDerivation.HERE;

    private Optional<ScriptedReflector> scripted = Optional.empty();

    SimPlatform(SimWorld world, long seed, boolean visible) {
        this.world = world;
        random = new Random(seed);
        hashing = bytes -> {
            byte[] digest = Sha256.of(bytes);
            Promise<byte[]> later = new Promise<>();
            world.time.schedule(HASHING_MS, () -> later.resolve(digest));
            return later;
        };
        network = new SimNetwork(world.time, world.reflector(), random, 20);
        frames = new SimFrames(world.time, visible);
        workers = new SimWorkers(world, this, seed);
    }

    /** Talks to a reflector of the original protocol instead of the world's. */
    public ScriptedReflector scripted(boolean signedNumbers) {
        ScriptedReflector reflector = new ScriptedReflector(world.time, signedNumbers);
        scripted = Optional.of(reflector);
        return reflector;
    }

    @Override
    public Transport transport() {
        return scripted.isPresent() ? scripted.get() : network;
    }

    @Override
    public FileStore files() {
        return world.files;
    }

    @Override
    public FileCache cache() {
        return cache;
    }

    @Override
    public Clock clock() {
        return world.time;
    }

    @Override
    public Entropy entropy() {
        return random::nextBytes;
    }

    @Override
    public Compression compression() {
        return new Gzip();
    }

    @Override
    public Hashing hashing() {
        return hashing;
    }

    @Override
    public Frames frames() {
        return frames;
    }

    @Override
    public Console console() {
        return (level, line) -> console.add(level + " " + line);
    }

    @Override
    public Workers workers() {
        return workers;
    }

    @Override
    public Optional<Class<?>> rootModel(String className) {
        return TestModels.catalog().find(className);
    }

    @Override
    public KeyDerivation keys() {
        return keys;
    }

    @Override
    public TypeCatalog catalog(Class<?> rootModel) {
        return TestModels.catalog();
    }

    @Override
    public String codeHash(Class<?> rootModel) {
        return Sha256.base64Url(rootModel.getName() + codeVersion);
    }

    @Override
    public String target() {
        return "sim";
    }

    private static final class Gzip implements Compression {
        @Override
        public Promise<byte[]> compress(byte[] plain) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(plain);
            } catch (IOException e) {
                return Promise.failed(e);
            }
            return Promise.of(out.toByteArray());
        }

        @Override
        public Promise<byte[]> decompress(byte[] compressed, long maxBytes) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
                return Promise.of(in.readNBytes((int) Math.min(Integer.MAX_VALUE, maxBytes)));
            } catch (IOException e) {
                return Promise.failed(e);
            }
        }
    }
}
