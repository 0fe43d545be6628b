package org.multisynq4j.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.multisynq4j.reflector.FileUrls;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.SessionStore;
import org.multisynq4j.reflector.store.StoredSession;
import org.multisynq4j.server.http.UploadGuard;
import org.multisynq4j.store.DataDirectory;
import org.multisynq4j.store.EmbeddedStore;
import org.multisynq4j.store.SharedMemoryStore;
import org.multisynq4j.store.StoreException;
import org.multisynq4j.store.StoreOptions;
import org.multisynq4j.store.files.BlobStore;
import org.multisynq4j.store.files.FilePath;
import org.multisynq4j.store.files.SnapshotSweeper;

/** Where this server keeps sessions and files: a data directory, or memory and a temporary one. */
final class Storage {
    private static final int LOOK_UP_MS = 5_000;

    private final SessionStore sessions;
    private final Records records;
    private final BlobStore files;
    private final SnapshotSweeper sweeper;
    private final Optional<EmbeddedStore> embedded;
    private final Closing closing;

    private interface Closing {
        void close() throws IOException;
    }

    /** Reads the record of a session. */
    private interface Records {
        Optional<SessionRecord> of(String sessionId) throws IOException, InterruptedException;
    }

    private Storage(
            SessionStore sessions,
            Records records,
            BlobStore files,
            Optional<EmbeddedStore> embedded,
            Closing closing) {
        this.sessions = sessions;
        this.records = records;
        this.files = files;
        this.sweeper = new SnapshotSweeper(
                files, id -> needs(records.of(id)), () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
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

    /** Deletes snapshots nobody needs. */
    SnapshotSweeper sweeper() {
        return sweeper;
    }

    /** Whose sessions and saved data these are. */
    UploadGuard.Keys keys() {
        return new UploadGuard.Keys() {
            @Override
            public String ofSession(String sessionId) throws IOException, InterruptedException {
                return records.of(sessionId).map(SessionRecord::memberKey).orElse("");
            }

            @Override
            public String ofData(String appId, String persistentId) throws IOException, InterruptedException {
                return current(appId, persistentId)
                        .map(PersistedVersion::memberKey)
                        .orElse("");
            }
        };
    }

    private Optional<PersistedVersion> current(String appId, String persistentId)
            throws IOException, InterruptedException {
        CompletableFuture<Optional<PersistedVersion>> answer = new CompletableFuture<>();
        sessions.load("", appId, persistentId, new SessionStore.Listener() {
            @Override
            public void loaded(Optional<StoredSession> stored, Optional<PersistedVersion> persisted) {
                answer.complete(persisted);
            }

            @Override
            public void written(long upToIndex) {
                // nothing is written
            }

            @Override
            public void failed(String problem) {
                answer.completeExceptionally(new IOException(problem));
            }
        });
        try {
            return answer.get(LOOK_UP_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the owner of " + appId + "/" + persistentId + " cannot be looked up: " + e, e);
        }
    }

    /** Whether a file is stored; from now on it stays for a while. */
    boolean has(String path) {
        Optional<FilePath> file = FilePath.parse(path);
        file.ifPresent(sweeper::touch);
        return file.flatMap(files::find).isPresent();
    }

    private static Set<String> needs(Optional<SessionRecord> record) {
        Set<String> paths = new HashSet<>();
        if (record.isPresent()) {
            String session = record.get().sessionId();
            Stream.of(record.get().snapshot(), record.get().previous())
                    .flatMap(Optional::stream)
                    .forEach(snapshot -> {
                        paths.add(snapshot.url());
                        snapshot.files().forEach(id -> paths.add(FileUrls.part(session, id)));
                    });
        }
        return paths;
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
            return new Storage(store, store::record, files, Optional.of(store), () -> {
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
        SharedMemoryStore sessions = new SharedMemoryStore();
        return new Storage(sessions, sessions::record, files, Optional.empty(), () -> deleteAll(temporary));
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
