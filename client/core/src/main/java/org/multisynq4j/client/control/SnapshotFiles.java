package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.FileStore;
import org.multisynq4j.client.port.Hashing;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.crypto.KeyedId;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.manifest.Manifest;
import org.multisynq4j.manifest.ManifestCodec;
import org.multisynq4j.manifest.ManifestException;
import org.multisynq4j.manifest.ManifestLimits;
import org.multisynq4j.manifest.Part;
import org.multisynq4j.manifest.SnapshotMetadata;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.ServerFrame;

/** Snapshots of one session as sealed files: stores an image, and loads one. Safe to use off the page's thread with a platform of that thread. */
public final class SnapshotFiles {
    /** While somebody waits for a snapshot nothing moves but the bar that shows the progress. */
    static final Pace JOINING = Pace.of(25, 0);

    private final String sessionId;
    private final SessionFiles files;
    private final FileStore store;
    private final PartFiles parts;
    private final Clock clock;
    private final Hashing hashing;
    private final Pace storing;
    private final Pace loading;

    /**
     * @param files where the server keeps files, without a slash at the end
     * @param storing how long work may run before the thread is given back
     * @param loading the same while a snapshot is loaded
     */
    public SnapshotFiles(
            Platform platform, SessionKeys keys, String sessionId, String files, Pace storing, Pace loading) {
        this.sessionId = sessionId;
        this.files = new SessionFiles(platform, keys, files);
        this.storing = storing;
        this.loading = loading;
        clock = platform.clock();
        hashing = platform.hashing();
        store = platform.files();
        KeyedId ids = new KeyedId(keys, KeyedId.Purpose.CHUNK, sessionId);
        parts = new PartFiles(sessionId, this.files, platform.cache(), ids);
    }

    /**
     * Compresses, seals and uploads an image. Resolves when all of it is in the file store; each file is tried four times, then it fails.
     *
     * @param base a snapshot of this session that was loaded or stored before, the newest one known; what it has in common is not stored again
     */
    public Promise<StoredSnapshot> store(byte[] image, SnapshotMetadata metadata, Optional<SnapshotBase> base) {
        FileTimes before = files.times();
        SnapshotStoring run = new SnapshotStoring(sessionId, parts, new Slices(clock, storing), image, metadata);
        return whatIsThere(base)
                .flatMap(run::store)
                .flatMap(manifest -> storeManifest(manifest, image, metadata, run, before));
    }

    /** The base if its files are. A server deletes the manifest of a snapshot nobody needs before its parts, so asking for that one file is enough. */
    private Promise<Optional<SnapshotBase>> whatIsThere(Optional<SnapshotBase> base) {
        boolean shareable = base.flatMap(SnapshotBase::manifest)
                .filter(manifest -> manifest.inline().isEmpty())
                .isPresent();
        if (!shareable) {
            return Promise.of(Optional.empty());
        }
        return store.exists(files.absolute(base.get().url())).map(there -> there ? base : Optional.empty());
    }

    private Promise<StoredSnapshot> storeManifest(
            Manifest manifest, byte[] image, SnapshotMetadata metadata, SnapshotStoring run, FileTimes before) {
        String name = SessionFiles.snapshotName(metadata.timeMs(), metadata.seq());
        return files.pack(FileKind.MANIFEST, sessionId, name, ManifestCodec.encode(manifest))
                .flatMap(file -> {
                    String hash = Sha256.base64Url(file);
                    String url = files.snapshotUrl(sessionId, name, hash);
                    Set<String> ids = new LinkedHashSet<>();
                    for (Part part : manifest.parts()) {
                        ids.add(part.id());
                    }
                    ClientFrame.Snap snap = new ClientFrame.Snap(
                            metadata.timeMs(), metadata.seq(), hash, url, false, new ArrayList<>(ids));
                    return files.store(url, file)
                            .map(stored -> new StoredSnapshot(
                                    snap,
                                    new SnapshotBase(image, metadata, Optional.of(manifest), url),
                                    run.uploadedBytes() + file.length,
                                    run.uploadedFiles() + 1,
                                    files.times().minus(before)));
                });
    }

    /** Fetches, opens and checks the image that SYNC names; fails if any part of it is missing, damaged or of another snapshot. */
    public Promise<LoadedSnapshot> load(ServerFrame.Start.FromSnapshot start, LoadProgress progress) {
        return load(start, progress, loaded -> loaded);
    }

    /**
     * As {@link #load(ServerFrame.Start.FromSnapshot, LoadProgress)}, but uses the snapshot while the platform computes its hash. If that is wrong, what came of
     * the use is dropped. Each part was proved to be of a member already; what the hash finds is a member that put them together wrong.
     */
    <T> Promise<T> load(ServerFrame.Start.FromSnapshot start, LoadProgress progress, Function<LoadedSnapshot, T> use) {
        String name = SessionFiles.snapshotName(start.timeMs(), start.seq());
        return files.fetchSealed(start.url(), ManifestLimits.MAX_IMAGE_BYTES)
                .flatMap(file -> FileKind.SNAPSHOT.isKindOf(file)
                        ? files.open(FileKind.SNAPSHOT, sessionId, name, file, ManifestLimits.MAX_IMAGE_BYTES)
                                .map(image -> use.apply(single(image, start, file.length)))
                        : files.open(FileKind.MANIFEST, sessionId, name, file, ManifestLimits.MAX_MANIFEST_BYTES)
                                .flatMap(
                                        bytes -> load(ManifestCodec.decode(bytes), start, file.length, progress, use)));
    }

    private <T> Promise<T> load(
            Manifest manifest,
            ServerFrame.Start.FromSnapshot start,
            int manifestBytes,
            LoadProgress progress,
            Function<LoadedSnapshot, T> use) {
        SnapshotMetadata metadata = manifest.metadata();
        if (!manifest.sessionId().equals(sessionId)
                || metadata.timeMs() != start.timeMs()
                || metadata.seq() != start.seq()) {
            throw new ManifestException(
                    "it is of @" + metadata.timeMs() + "#" + metadata.seq() + " in session " + manifest.sessionId());
        }
        SnapshotLoading run = new SnapshotLoading(manifest, parts, new Slices(clock, loading), progress);
        return run.image().flatMap(image -> {
            LoadedSnapshot loaded = new LoadedSnapshot(
                    new SnapshotBase(image, metadata, Optional.of(manifest), start.url()),
                    manifestBytes + run.fetchedBytes(),
                    run.cachedBytes());
            Promise<Void> checked = run.check(image, hashing);
            if (checked.isSettled()) {
                return checked.map(right -> use.apply(loaded));
            }
            T used = use.apply(loaded);
            return checked.map(right -> used);
        });
    }

    /** What versions before the manifests stored. */
    private static LoadedSnapshot single(byte[] image, ServerFrame.Start.FromSnapshot start, int fileBytes) {
        SnapshotMetadata metadata =
                new SnapshotMetadata(start.timeMs(), start.seq(), 0, Sha256.base64Url(image), "", "");
        return new LoadedSnapshot(new SnapshotBase(image, metadata, Optional.empty(), start.url()), fileBytes, 0);
    }
}
