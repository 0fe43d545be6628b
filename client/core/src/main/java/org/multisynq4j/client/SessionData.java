package org.multisynq4j.client;

import org.multisynq4j.client.control.BlobFiles;
import org.multisynq4j.client.control.SessionLog;
import org.multisynq4j.client.control.SessionPlan;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.crypto.BlobId;
import org.multisynq4j.model.DataHandle;
import org.multisynq4j.model.Model;

/**
 * Data too large for events: pictures, sounds, documents. A view stores the bytes and publishes the {@link DataHandle}; models keep it; other views fetch the bytes.
 *
 * <p>Sealed before it leaves this participant. Equal data is stored once. The server never deletes it, because it cannot read which handles are still in use: sessions of later
 * versions of the code can fetch it, and a handle that is saved stays good.
 */
public final class SessionData {
    /** Most bytes that are stored at once. */
    public static final int MAX_BYTES = BlobId.MAX_BYTES;

    private final BlobFiles files;

    private final SessionLog log;
    private final Clock clock;

    SessionData(SessionPlan plan, SessionLog log) {
        files = new BlobFiles(plan);
        this.log = log;
        clock = plan.platform().clock();
    }

    /** Stores data that only this session, and those of other versions of its code, can fetch. As {@link #store(byte[], boolean)}. */
    public Promise<DataHandle> store(byte[] data) {
        return store(data, false);
    }

    /**
     * Stores data. Seals it on this thread: about 10 MB a second in JavaScript, 150 elsewhere. Fails with a {@link
     * org.multisynq4j.client.error.StorageException} if the server does not take it.
     *
     * @param data copied before this returns
     * @param shareable if true, whoever gets the handle can read the data, in any session on the same server; the handle is the key
     * @throws IllegalArgumentException if the data has more than {@value #MAX_BYTES} bytes
     * @throws IllegalStateException in a model
     */
    public Promise<DataHandle> store(byte[] data, boolean shareable) {
        forViewsOnly("store");
        double began = clock.nowMs();
        return files.store(data, shareable).map(id -> {
            told("stored", data.length, id, began);
            return new DataHandle(id.toString());
        });
    }

    /**
     * Fetches what was stored under this handle: exactly those bytes. Fails with an {@link org.multisynq4j.client.error.UnreadableDataException} if the server does not have
     * it, it was altered, or it was stored by another session and is not shareable.
     *
     * @throws IllegalStateException in a model
     */
    public Promise<byte[]> fetch(DataHandle handle) {
        forViewsOnly("fetch");
        double began = clock.nowMs();
        BlobId id = BlobId.parse(handle.id());
        return files.fetch(id).map(data -> {
            told("fetched", data.length, id, began);
            return data;
        });
    }

    /** Names the file, not the handle, which may be a key. */
    private void told(String what, int bytes, BlobId id, double beganMs) {
        log.debug(
                Debug.DATA,
                () -> "data: " + what + " " + SessionLog.size(bytes) + " as " + id.fileName() + " in "
                        + Math.round(clock.nowMs() - beganMs) + " ms");
    }

    private static void forViewsOnly(String what) {
        if (Model.isExecuting()) {
            throw new IllegalStateException("a model called data()." + what
                    + ", which takes time: let a view do it, and publish the handle to the model");
        }
    }
}
