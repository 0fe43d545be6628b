package org.multisynq4j.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.multisynq4j.store.journal.FaultySegments;

/** Where the stores of a test keep their data: can be full, fail, rot, and lose its machine at any moment. */
final class CrashingDisk implements AutoCloseable {
    private static final String BOOT = "boot";

    private final Path directory;
    private final List<EmbeddedStore> opened = new ArrayList<>();
    private FaultySegments segments = new FaultySegments();
    private Path place;
    private int crashes;

    CrashingDisk(Path directory) {
        this.directory = directory;
        place = directory;
    }

    /** The journal of the store opened last. */
    FaultySegments segments() {
        return segments;
    }

    /** The database of the store opened last. */
    Path database() {
        return place.resolve("db");
    }

    EmbeddedStore open() throws Exception {
        return open(StoreOptions.DEFAULTS);
    }

    EmbeddedStore open(StoreOptions options) throws Exception {
        return open(segments, database(), BOOT, options);
    }

    /** Opens a store that has nothing but a journal whose only segment is this. */
    EmbeddedStore openWithSegment(byte[] content) throws Exception {
        FaultySegments other = segments.afterCrash();
        other.replace(1, content);
        Path database = Files.createTempDirectory(directory, "other").resolve("db");
        return open(other, database, BOOT, StoreOptions.DEFAULTS);
    }

    private EmbeddedStore open(FaultySegments files, Path database, String boot, StoreOptions options)
            throws Exception {
        EmbeddedStore store = EmbeddedStore.open(
                files, database, database.resolveSibling(database.getFileName() + ".running"), boot, options);
        opened.add(store);
        return store;
    }

    /** The machine goes down, and a segment is not what was written. */
    void rot(long number, byte[] content) {
        segments = segments.afterCrash();
        segments.replace(number, content);
    }

    EmbeddedStore reopenAfterKill() throws Exception {
        return reopenAfterCrash(BOOT, StoreOptions.DEFAULTS);
    }

    /** Opens what the disk contains at this moment, as after kill -9; the old store goes on without anybody listening. */
    EmbeddedStore reopenAfterCrash(String boot, StoreOptions options) throws Exception {
        segments = segments.afterCrash();
        crashes++;
        Path copy = Files.createDirectory(directory.resolve("crash" + crashes));
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        place = copy;
        return open(segments, database(), boot, options);
    }

    @Override
    public void close() throws IOException {
        segments.freeBytes(Long.MAX_VALUE);
        segments.forceFails(false);
        for (EmbeddedStore store : opened) {
            store.close();
        }
    }
}
