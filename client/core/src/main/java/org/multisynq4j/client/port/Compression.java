package org.multisynq4j.client.port;

import org.multisynq4j.client.Promise;

/** Compresses files before encryption. The format is gzip (RFC 1952). */
public interface Compression {
    /** Compresses the whole array. */
    Promise<byte[]> compress(byte[] plain);

    /** Restores what {@link #compress} made; fails if the input is damaged or the result would exceed {@code maxBytes}. */
    Promise<byte[]> decompress(byte[] compressed, long maxBytes);
}
