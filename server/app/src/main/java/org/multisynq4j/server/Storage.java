package org.multisynq4j.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.multisynq4j.reflector.store.SessionStore;
import org.multisynq4j.store.DataDirectory;
import org.multisynq4j.store.EmbeddedStore;
import org.multisynq4j.store.MemoryStore;
import org.multisynq4j.store.StoreException;
import org.multisynq4j.store.StoreOptions;
import org.multisynq4j.store.files.BlobStore;

/** Where this server keeps sessions and files: a data directory, or memory and a temporary one. */
final class Storage {
    private final SessionStore sessions;
    private final BlobStore files;
    private final Optional<EmbeddedStore> embedded;
    private final Closing closing;

    private interface Closing {
        void close() throws IOException;
    }

    private Storage(SessionStore sessions, BlobStore files, Optional<EmbeddedStore> embedded, Closing closing) {
        this.sessions = sessions;
        this.files = files;
        this.embedded = embedded;
        this.closing = closing;
    }

    static Storage open(ServerConfig config) throws StartException {
        try {
            return config.data().isPresent() ? directory(config, config.data().get()) : memory(config);
        } catch (StoreException e) {
            throw new StartException(StartException.Cause.DATA, e.getMessage(), e);
        } catch (IOException e) {
            throw new StartException(
                    StartException.Cause.DATA, "the directory for uploaded files cannot be used: " + e.getMessage(), e);
        }
    }

    SessionStore sessions() {
        return sessions;
    }

    BlobStore files() {
        return files;
    }

    Optional<String> problem() {
        return embedded.flatMap(EmbeddedStore::problem);
    }

    void close() throws IOException {
        closing.close();
    }

    private static Storage directory(ServerConfig config, Path path) throws StoreException, IOException {
        DataDirectory directory = DataDirectory.open(path);
        try {
            EmbeddedStore store =
                    EmbeddedStore.open(directory, StoreOptions.DEFAULTS.withDurability(config.durability()));
            BlobStore files = new BlobStore(directory.files(), config.filesMaxBytes(), config.filesQuotaBytes());
            return new Storage(store, files, Optional.of(store), () -> {
                store.close();
                directory.close();
            });
        } catch (StoreException | IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static Storage memory(ServerConfig config) throws IOException {
        Path temporary = Files.createTempDirectory("multisynq-files");
        BlobStore files = new BlobStore(temporary, config.filesMaxBytes(), config.filesQuotaBytes());
        return new Storage(new MemoryStore(), files, Optional.empty(), () -> deleteAll(temporary));
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
