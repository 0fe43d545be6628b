package org.multisynq4j.client.port;

/** Cryptographically strong random bytes. */
public interface Entropy {
    /** Fills the whole array. */
    void fill(byte[] bytes);
}
