package org.multisynq4j.crypto;

/**
 * Seals files. A file is bound to its kind, to an id (of the session, or the persistent id), and to a name the reader knows from elsewhere (a time and sequence
 * number, a chunk id), so that a store that swaps files is found out.
 */
public final class FileSealer {
    private final SessionKeys keys;

    public FileSealer(SessionKeys keys) {
        this.keys = keys;
    }

    /** A file that differs each time. @throws IllegalArgumentException if {@code plain} exceeds {@link CryptoLimits#MAX_FILE_PLAIN_BYTES} */
    public byte[] seal(FileKind kind, String id, String name, byte[] plain, RandomBytes random) {
        return seal(kind, id, name, plain, random.next(FileEnvelope.SALT_BYTES));
    }

    /**
     * A file that is the same whoever seals the same content under the same kind, id and name, so that it is stored once. It tells the store whether two files
     * are equal, nothing else.
     */
    public byte[] sealRepeatable(FileKind kind, String id, String name, byte[] plain) {
        byte[] key = Kdf.expand(
                keys.key(kind.purpose),
                FileEnvelope.binding("multisynq4j/1/file-salt", kind, id, name).bytes());
        byte[] salt = new byte[FileEnvelope.SALT_BYTES];
        System.arraycopy(Kdf.hmac(key, plain), 0, salt, 0, salt.length);
        return seal(kind, id, name, plain, salt);
    }

    private byte[] seal(FileKind kind, String id, String name, byte[] plain, byte[] salt) {
        if (plain.length > CryptoLimits.MAX_FILE_PLAIN_BYTES) {
            throw new IllegalArgumentException(
                    "a file has at most " + CryptoLimits.MAX_FILE_PLAIN_BYTES + " bytes, this one has " + plain.length);
        }
        byte[] file = new byte[plain.length + FileEnvelope.OVERHEAD];
        System.arraycopy(FileEnvelope.MAGIC, 0, file, 0, FileEnvelope.MAGIC.length);
        file[FileEnvelope.MAGIC.length] = FileEnvelope.VERSION;
        file[FileEnvelope.MAGIC.length + 1] = kind.code;
        System.arraycopy(salt, 0, file, FileEnvelope.SALT_AT, salt.length);
        byte[] key = FileEnvelope.key(keys, kind, id, name, salt);
        Aead.seal(key, Aead.nonce(0), FileEnvelope.associated(kind, id, name, salt), plain, file, FileEnvelope.BODY_AT);
        return file;
    }
}
