package org.multisynq4j.crypto;

import org.multisynq4j.crypto.CryptoException.Reason;

/** Opens what {@link FileSealer} sealed. */
public final class FileOpener {
    private final SessionKeys keys;

    public FileOpener(SessionKeys keys) {
        this.keys = keys;
    }

    /** The plain content. @throws CryptoException if the file was not sealed exactly like this for this kind, id and name */
    public byte[] open(FileKind kind, String id, String name, byte[] file) {
        checkHeader(kind, file);
        byte[] salt = new byte[FileEnvelope.SALT_BYTES];
        System.arraycopy(file, FileEnvelope.SALT_AT, salt, 0, salt.length);
        byte[] key = FileEnvelope.key(keys, kind, id, name, salt);
        return Aead.open(
                key,
                Aead.nonce(0),
                FileEnvelope.associated(kind, id, name, salt),
                file,
                FileEnvelope.BODY_AT,
                kind + " file " + name);
    }

    private static void checkHeader(FileKind kind, byte[] file) {
        if (file.length < FileEnvelope.OVERHEAD) {
            throw new CryptoException(Reason.MALFORMED, "not a sealed file: only " + file.length + " bytes");
        }
        if (file.length > CryptoLimits.MAX_FILE_PLAIN_BYTES + FileEnvelope.OVERHEAD) {
            throw new CryptoException(Reason.TOO_LARGE, "sealed file of " + file.length + " bytes");
        }
        for (int i = 0; i < FileEnvelope.MAGIC.length; i++) {
            if (file[i] != FileEnvelope.MAGIC[i]) {
                throw new CryptoException(Reason.MALFORMED, "not a sealed file: it does not begin with M4JF");
            }
        }
        byte version = file[FileEnvelope.MAGIC.length];
        if (version != FileEnvelope.VERSION) {
            throw new CryptoException(
                    Reason.UNSUPPORTED_VERSION,
                    "sealed file of version " + version + ", this build opens version " + FileEnvelope.VERSION);
        }
        byte code = file[FileEnvelope.MAGIC.length + 1];
        if (code != kind.code) {
            throw new CryptoException(
                    Reason.WRONG_KIND,
                    "sealed file of kind " + code + " where one of kind " + kind.code + " (" + kind + ") belongs");
        }
    }
}
