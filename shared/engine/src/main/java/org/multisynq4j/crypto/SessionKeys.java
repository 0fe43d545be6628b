package org.multisynq4j.crypto;

import org.multisynq4j.identity.Sha256;
import org.multisynq4j.text.Bytes;

/**
 * All keys of one session name, derived from its password. Immutable.
 *
 * <p>The keys depend on password, appId and name, not on the session id: sessions of other code versions share them (they share their persistent data), and
 * every envelope binds its session id itself.
 */
public final class SessionKeys {
    /** Bytes of {@link #secret()}. */
    public static final int SECRET_BYTES = 1 + Kdf.KEY_BYTES;

    private static final byte MODE_ARGON2ID = 1;
    private static final byte MODE_DIRECT = 2;

    private final byte mode;
    private final byte[] master;
    private final byte[][] keys;

    private SessionKeys(byte mode, byte[] master) {
        this.mode = mode;
        this.master = master;
        KeyPurpose[] purposes = KeyPurpose.values();
        keys = new byte[purposes.length][];
        for (KeyPurpose purpose : purposes) {
            byte[] info = Framing.of("multisynq4j/1/key")
                    .add(new byte[] {mode})
                    .add(purpose.label)
                    .bytes();
            keys[purpose.ordinal()] = Kdf.expand(master, info);
        }
    }

    /**
     * Derives the keys. A password of {@link Passwords#generate} takes microseconds; any other one goes through Argon2id with 19 MiB: about 40 ms on the JVM and
     * in Wasm, 1 s in JavaScript, where it belongs in a worker.
     *
     * @param password 1 to 1024 characters, taken as the UTF-8 bytes of exactly these characters (no Unicode normalisation)
     * @throws IllegalArgumentException if the password is empty, too long or not well-formed
     */
    public static SessionKeys derive(String password, String appId, String name) {
        byte[] secret = Bytes.utf8(Passwords.check(password));
        byte mode = Passwords.isGenerated(password) ? MODE_DIRECT : MODE_ARGON2ID;
        byte[] salt = Sha256.of(Framing.of("multisynq4j/1/salt")
                .add(new byte[] {mode})
                .add(appId)
                .add(name)
                .bytes());
        byte[] stretched = mode == MODE_DIRECT ? secret : Kdf.argon2id(secret, salt);
        return new SessionKeys(mode, Kdf.extract(salt, stretched));
    }

    /** The keys {@link #secret()} was taken from. @throws IllegalArgumentException if it is not such a secret */
    public static SessionKeys ofSecret(byte[] secret) {
        if (secret.length != SECRET_BYTES || (secret[0] != MODE_ARGON2ID && secret[0] != MODE_DIRECT)) {
            throw new IllegalArgumentException("not a secret of session keys");
        }
        byte[] master = new byte[Kdf.KEY_BYTES];
        System.arraycopy(secret, 1, master, 0, Kdf.KEY_BYTES);
        return new SessionKeys(secret[0], master);
    }

    /** What all keys follow from, to hand them to the worker of the same participant. Never store or send it. */
    public byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        secret[0] = mode;
        System.arraycopy(master, 0, secret, 1, Kdf.KEY_BYTES);
        return secret;
    }

    /** The key itself, not a copy: callers must not change it. */
    byte[] key(KeyPurpose purpose) {
        return keys[purpose.ordinal()];
    }
}
