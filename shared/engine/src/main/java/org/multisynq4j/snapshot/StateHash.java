package org.multisynq4j.snapshot;

import org.multisynq4j.identity.Sha256;

/** The name of a state: equal states have equal encodings, hence equal hashes, on every platform. */
public final class StateHash {
    private StateHash() {}

    /** SHA-256 in base64url without padding: 43 characters. */
    public static String of(byte[] encoded) {
        return Sha256.base64Url(encoded);
    }
}
