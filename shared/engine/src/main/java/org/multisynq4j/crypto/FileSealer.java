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
        byte[] file = FileEnvelope.begin(kind, plain.length);
        Aead.Sealing sealing =
                FileEnvelope.sealing(keys, kind, id, name, plain, random.next(FileEnvelope.SALT_BYTES), file);
        sealing.work(plain.length + Aead.STEP_BYTES);
        return file;
    }

    /**
     * A file that is the same whoever seals the same content under the same kind, id and name, so that it is stored once. It tells the store whether two files
     * are equal, nothing else.
     */
    public byte[] sealRepeatable(FileKind kind, String id, String name, byte[] plain) {
        FileSealing sealing = begin(kind, id, name, plain);
        while (sealing.work(Math.max(plain.length, Aead.STEP_BYTES))) {
            // In one go.
        }
        return sealing.file();
    }

    /** Begins to seal as {@link #sealRepeatable} does, in portions. {@code plain} must not change until it is done. */
    public FileSealing begin(FileKind kind, String id, String name, byte[] plain) {
        return new FileSealing(keys, kind, id, name, plain);
    }
}
