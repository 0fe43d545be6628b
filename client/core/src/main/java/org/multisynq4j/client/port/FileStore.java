package org.multisynq4j.client.port;

import org.multisynq4j.client.Promise;

/** Stores and fetches opaque bytes by URL; the bytes are ciphertext. */
public interface FileStore {
    /**
     * Fetches exactly the stored bytes; fails if the answer is not a 2xx or is longer than {@code maxBytes}, with {@link AbsentFileException} if the store says that it
     * has no such file.
     */
    Promise<byte[]> get(String url, long maxBytes);

    /** Whether something is stored there; false if that cannot be found out. */
    default Promise<Boolean> exists(String url) {
        return Promise.of(false);
    }

    /** Stores the bytes; resolves after the store confirmed them. */
    Promise<Void> put(String url, byte[] body);
}
