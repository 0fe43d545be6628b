package org.multisynq4j.client.port;

import org.multisynq4j.client.Promise;
import org.multisynq4j.identity.Sha256;

/** SHA-256 of millions of bytes, by whatever the platform has for it. */
public interface Hashing {
    /** The engine's, on the calling thread. */
    Hashing HERE = bytes -> Promise.of(Sha256.of(bytes));

    /** The digest, {@value Sha256#LENGTH} bytes; the array must not change until then. */
    Promise<byte[]> sha256(byte[] bytes);
}
