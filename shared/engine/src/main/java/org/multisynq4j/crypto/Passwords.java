package org.multisynq4j.crypto;

import org.multisynq4j.identity.Sha256;
import org.multisynq4j.text.Bytes;

/** Generated passwords: 128 random bits and a checksum, so that they are recognised and need no costly derivation. */
public final class Passwords {
    /** Characters of a generated password. */
    public static final int GENERATED_CHARS = 24;

    private static final int RANDOM_BYTES = 16;
    private static final int CHECKSUM_BYTES = 2;

    private Passwords() {}

    /** A new password of {@value #GENERATED_CHARS} base64url characters: 16 random bytes and a checksum of two. */
    public static String generate(RandomBytes random) {
        byte[] bytes = new byte[RANDOM_BYTES + CHECKSUM_BYTES];
        System.arraycopy(random.next(RANDOM_BYTES), 0, bytes, 0, RANDOM_BYTES);
        System.arraycopy(checksum(bytes), 0, bytes, RANDOM_BYTES, CHECKSUM_BYTES);
        return Bytes.base64Url(bytes);
    }

    /**
     * True for what {@link #generate} returns. One in 65,536 other texts of {@value #GENERATED_CHARS} base64url characters passes too; it then goes without the
     * slow derivation.
     */
    public static boolean isGenerated(String password) {
        if (password.length() != GENERATED_CHARS) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Bytes.fromBase64Url(password);
        } catch (IllegalArgumentException e) {
            return false;
        }
        byte[] checksum = checksum(bytes);
        return bytes[RANDOM_BYTES] == checksum[0] && bytes[RANDOM_BYTES + 1] == checksum[1];
    }

    /** The password, if {@link SessionKeys#derive} accepts it. @throws IllegalArgumentException saying what is wrong with it, without repeating it */
    public static String check(String password) {
        if (password.isEmpty() || password.length() > CryptoLimits.MAX_PASSWORD_CHARS) {
            throw new IllegalArgumentException("a password has 1 to " + CryptoLimits.MAX_PASSWORD_CHARS
                    + " characters, this one has " + password.length());
        }
        Bytes.utf8(password);
        return password;
    }

    private static byte[] checksum(byte[] bytes) {
        byte[] random = new byte[RANDOM_BYTES];
        System.arraycopy(bytes, 0, random, 0, RANDOM_BYTES);
        return Sha256.of(
                Framing.of("multisynq4j/1/generated-password").add(random).bytes());
    }
}
