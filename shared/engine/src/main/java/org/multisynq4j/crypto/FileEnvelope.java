package org.multisynq4j.crypto;

/** What sealer and opener of files share. */
final class FileEnvelope {
    static final byte[] MAGIC = {'M', '4', 'J', 'F'};
    static final byte VERSION = 1;
    static final int SALT_AT = MAGIC.length + 2;
    static final int SALT_BYTES = 16;
    static final int BODY_AT = SALT_AT + SALT_BYTES;
    static final int OVERHEAD = BODY_AT + Aead.TAG_BYTES;

    private FileEnvelope() {}

    /** A file without salt and content. @throws IllegalArgumentException if there would be too much of it */
    static byte[] begin(FileKind kind, int plainBytes) {
        if (plainBytes > CryptoLimits.MAX_FILE_PLAIN_BYTES) {
            throw new IllegalArgumentException(
                    "a file has at most " + CryptoLimits.MAX_FILE_PLAIN_BYTES + " bytes, this one has " + plainBytes);
        }
        byte[] file = new byte[plainBytes + OVERHEAD];
        System.arraycopy(MAGIC, 0, file, 0, MAGIC.length);
        file[MAGIC.length] = VERSION;
        file[MAGIC.length + 1] = kind.code;
        return file;
    }

    /** Writes the salt, and begins to write the content. */
    static Aead.Sealing sealing(
            SessionKeys keys, FileKind kind, String id, String name, byte[] plain, byte[] salt, byte[] file) {
        System.arraycopy(salt, 0, file, SALT_AT, salt.length);
        byte[] key = key(keys, kind, id, name, salt);
        return new Aead.Sealing(key, Aead.nonce(0), associated(kind, id, name, salt), plain, file, BODY_AT);
    }

    static byte[] key(SessionKeys keys, FileKind kind, String id, String name, byte[] salt) {
        return Kdf.expand(
                keys.key(kind.purpose),
                binding("multisynq4j/1/file-key", kind, id, name).add(salt).bytes());
    }

    static byte[] associated(FileKind kind, String id, String name, byte[] salt) {
        return binding("multisynq4j/1/file", kind, id, name).add(salt).bytes();
    }

    static Framing binding(String label, FileKind kind, String id, String name) {
        return Framing.of(label).add(new byte[] {kind.code}).add(id).add(name);
    }
}
