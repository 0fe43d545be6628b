package org.multisynq4j.identity;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.multisynq4j.text.Bytes;

/** SHA-256: of one text or array, or fed piece by piece. */
public final class Sha256 {
    /** Bytes of a digest. */
    public static final int LENGTH = 32;

    /** Characters of a digest as base64url. */
    public static final int TEXT_LENGTH = 43;

    private final SHA256Digest digest = new SHA256Digest();

    /** The digest of the array. */
    public static byte[] of(byte[] bytes) {
        return new Sha256().update(bytes, 0, bytes.length).digest();
    }

    /** The digest of the array as {@value #TEXT_LENGTH} characters of base64url. */
    public static String base64Url(byte[] bytes) {
        return Bytes.base64Url(of(bytes));
    }

    /** The digest of the text's UTF-8 form as {@value #TEXT_LENGTH} characters of base64url. */
    public static String base64Url(String text) {
        return base64Url(Bytes.utf8(text));
    }

    /** Adds a part of an array. */
    public Sha256 update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        return this;
    }

    /** The digest of all that was added; afterwards the object is as new. */
    public byte[] digest() {
        byte[] out = new byte[LENGTH];
        digest.doFinal(out, 0);
        return out;
    }
}
