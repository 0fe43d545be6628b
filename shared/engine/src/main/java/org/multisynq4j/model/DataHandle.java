package org.multisynq4j.model;

import org.multisynq4j.crypto.BlobId;
import org.multisynq4j.snapshot.Stored;

/**
 * Names data that a view stored beside the model: pictures, sounds, documents, up to 16 MiB each. Small and immutable, so it can be published, kept in a model's state and
 * saved. Views get the bytes with {@code session().data().fetch(handle)}; models cannot, because it takes time.
 *
 * @param id the handle as text; of shareable data it holds the key, so who reads it can read the data
 */
public record DataHandle(String id) implements Stored {
    /** @throws IllegalArgumentException if no data has this id */
    public DataHandle {
        BlobId.parse(id);
    }

    /** The handle with this {@link #id}. @throws IllegalArgumentException if there is none */
    public static DataHandle parse(String id) {
        return new DataHandle(id);
    }

    /** Bytes of the data. */
    public int size() {
        return BlobId.parse(id).size();
    }

    /** Whether other sessions on the same server can fetch the data with this handle. */
    public boolean isShareable() {
        return BlobId.parse(id).isShareable();
    }
}
