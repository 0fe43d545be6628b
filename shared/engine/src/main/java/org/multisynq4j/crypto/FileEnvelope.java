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
