package org.multisynq4j.client.control;

import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.manifest.SnapshotMetadata;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.ServerFrame;

/** Snapshots of one session as sealed files: stores an image, and loads one. Safe to use off the page's thread with a platform of that thread. */
public final class SnapshotFiles {
    private final String sessionId;
    private final SessionFiles files;

    /**
     * @param files where the server keeps files, without a slash at the end
     * @param sliceMs how long work may run before the thread is given back; infinity where nobody waits for the thread
     */
    public SnapshotFiles(Platform platform, SessionKeys keys, String sessionId, String files, double sliceMs) {
        this.sessionId = sessionId;
        this.files = new SessionFiles(platform, keys, files);
    }

    /**
     * Compresses, seals and uploads an image. Resolves when all of it is in the file store; tried four times, then it fails.
     *
     * @param base a snapshot of this session that was loaded or stored before, the newest one known; what it has in common is not stored again
     */
    public Promise<StoredSnapshot> store(byte[] image, SnapshotMetadata metadata, Optional<SnapshotBase> base) {
        String name = SessionFiles.snapshotName(metadata.timeMs(), metadata.seq());
        return files.pack(FileKind.SNAPSHOT, sessionId, name, image).flatMap(file -> {
            String hash = Sha256.base64Url(file);
            String url = files.snapshotUrl(sessionId, name, hash);
            return files.store(url, file)
                    .map(stored -> new StoredSnapshot(
                            new ClientFrame.Snap(metadata.timeMs(), metadata.seq(), hash, url, false),
                            List.of(),
                            new SnapshotBase(image, metadata),
                            file.length,
                            1));
        });
    }

    /** Fetches, opens and checks the image that SYNC names; fails if any part of it is missing, damaged or of another snapshot. */
    public Promise<LoadedSnapshot> load(ServerFrame.Start.FromSnapshot start, LoadProgress progress) {
        String name = SessionFiles.snapshotName(start.timeMs(), start.seq());
        return files.fetch(start.url(), FileKind.SNAPSHOT, sessionId, name).map(image -> {
            SnapshotMetadata metadata =
                    new SnapshotMetadata(start.timeMs(), start.seq(), 0, Sha256.base64Url(image), "", "");
            return new LoadedSnapshot(new SnapshotBase(image, metadata), image.length, 0);
        });
    }
}
