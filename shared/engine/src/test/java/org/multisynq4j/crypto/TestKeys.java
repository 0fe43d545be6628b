package org.multisynq4j.crypto;

import java.util.Random;

/** Keys and repeatable randomness for tests. */
final class TestKeys {
    static final String SESSION = "9jfvsfCzEEH0gS9F7rxG8TvcwIODJVql3d920KCN-Xk";
    static final String OTHER_SESSION = "ML_cMe3tLz5uwcq8pMOPS5PzQuUkD5sGFO8WUDARBk8";

    private TestKeys() {}

    /** Keys of a generated password: quick to derive. */
    static SessionKeys keys(long seed) {
        return SessionKeys.derive(Passwords.generate(random(seed)), "com.example.wire", "room1");
    }

    static RandomBytes random(long seed) {
        return new Random(seed)::nextBytes;
    }

    static byte[] bytes(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
