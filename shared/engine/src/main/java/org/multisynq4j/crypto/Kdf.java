package org.multisynq4j.crypto;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Key derivation: Argon2id (RFC 9106) for passwords people choose, HKDF-SHA-256 (RFC 5869) for everything else. */
final class Kdf {
    static final int KEY_BYTES = 32;

    /** RFC 9106 leaves the cost open; 19 MiB and two passes are the least OWASP recommends, and 1.1 s in the slowest place we run (JavaScript). */
    static final int ARGON2_MEMORY_KIB = 19 * 1024;

    static final int ARGON2_PASSES = 2;
    static final int ARGON2_LANES = 1;

    private Kdf() {}

    static byte[] argon2id(byte[] password, byte[] salt) {
        return argon2id(
                password,
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withSalt(salt)
                        .withMemoryAsKB(ARGON2_MEMORY_KIB)
                        .withIterations(ARGON2_PASSES)
                        .withParallelism(ARGON2_LANES)
                        .build());
    }

    static byte[] argon2id(byte[] password, Argon2Parameters parameters) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] out = new byte[KEY_BYTES];
        generator.generateBytes(password, out);
        return out;
    }

    /** HMAC-SHA-256 (RFC 2104). */
    static byte[] hmac(byte[] key, byte[] message) {
        return new Hmac(key).update(message, 0, message.length).digest();
    }

    /** HKDF-Extract. */
    static byte[] extract(byte[] salt, byte[] secret) {
        return hmac(salt, secret);
    }

    /** HKDF-Expand to one block, which is all a 256-bit key needs. */
    static byte[] expand(byte[] key, byte[] info) {
        byte[] block = new byte[info.length + 1];
        System.arraycopy(info, 0, block, 0, info.length);
        block[info.length] = 1;
        return hmac(key, block);
    }
}
