package org.multisynq4j.client.control;

import org.multisynq4j.client.Promise;
import org.multisynq4j.client.error.StorageException;
import org.multisynq4j.client.error.UnreadableDataException;
import org.multisynq4j.client.port.FileStore;
import org.multisynq4j.crypto.BlobId;
import org.multisynq4j.crypto.BlobSealer;
import org.multisynq4j.crypto.CryptoException;

/** Where the data of applications is stored, and how it gets there and back. */
public final class BlobFiles {
    private final SessionNames names;
    private final FileStore store;
    private final SessionFiles files;
    private final BlobSealer sealer;

    public BlobFiles(SessionPlan plan) {
        names = plan.names();
        store = plan.platform().files();
        files = new SessionFiles(plan.platform(), plan.keys(), plan.server().files());
        sealer = new BlobSealer(plan.keys(), names.appId(), names.persistentId());
    }

    /** Seals and stores data, unless the store has it already. @throws IllegalArgumentException if it is too long */
    public Promise<BlobId> store(byte[] data, boolean shareable) {
        BlobSealer.Sealed sealed = sealer.seal(data, shareable);
        String url = url(sealed.id());
        Promise<BlobId> result = new Promise<>();
        store.exists(url)
                .flatMap(there -> there ? Promise.<Void>of(null) : files.store(url, sealed.file()))
                .then(
                        stored -> result.resolve(sealed.id()),
                        error -> result.fail(new StorageException(
                                "data of " + data.length + " bytes could not be stored: " + error.getMessage(),
                                error)));
        return result;
    }

    /** Fetches and opens data. */
    public Promise<byte[]> fetch(BlobId id) {
        Promise<byte[]> result = new Promise<>();
        files.fetchSealed(url(id), id.size() + BlobSealer.ADDED_BYTES)
                .map(file -> sealer.open(id, file))
                .then(result::resolve, error -> result.fail(unreadable(error)));
        return result;
    }

    private static UnreadableDataException unreadable(Throwable error) {
        return new UnreadableDataException(
                error instanceof CryptoException
                        ? "stored data cannot be opened: " + error.getMessage()
                        : "stored data cannot be fetched: " + error.getMessage()
                                + ". Either the server lost it, or it was stored by another session and not as shareable.",
                error);
    }

    private String url(BlobId id) {
        return files.dataUrl(
                id.appId().orElse(names.appId()), id.persistentId().orElse(names.persistentId()), id.fileName());
    }
}
