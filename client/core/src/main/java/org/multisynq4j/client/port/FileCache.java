package org.multisynq4j.client.port;

import java.util.Optional;
import org.multisynq4j.client.Promise;

/**
 * Sealed files this device has fetched before. It may lose anything at any time, and give back other bytes than were put: whoever asks checks what comes, and
 * fetches it instead. So nothing here fails.
 */
public interface FileCache {
    /** Keeps nothing. */
    FileCache NONE = new FileCache() {
        @Override
        public Promise<Optional<byte[]>> get(String url) {
            return Promise.of(Optional.empty());
        }

        @Override
        public void put(String url, byte[] file) {}
    };

    /** Somebody may soon ask for files: what takes time before the first answer can begin. Returns at once. */
    default void prepare() {}

    /** The file, if it is here. */
    Promise<Optional<byte[]>> get(String url);

    /** Keeps the file, and drops the oldest ones if there are too many bytes. Returns at once. */
    void put(String url, byte[] file);
}
