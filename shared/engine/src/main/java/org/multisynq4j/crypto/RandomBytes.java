package org.multisynq4j.crypto;

/** A source of cryptographically strong random bytes. */
@FunctionalInterface
public interface RandomBytes {
    /** Fills the whole array. */
    void fill(byte[] bytes);

    /** A new array of random bytes. */
    default byte[] next(int length) {
        byte[] bytes = new byte[length];
        fill(bytes);
        return bytes;
    }
}
