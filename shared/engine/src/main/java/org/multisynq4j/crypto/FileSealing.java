package org.multisynq4j.crypto;

import org.multisynq4j.text.Portioned;

/**
 * A file being sealed in portions, so that a thread that also paints can seal a long one. The file is the same however it is portioned.
 *
 * <pre>{@code
 * FileSealing sealing = sealer.begin(kind, id, name, plain);
 * while (sealing.work(1 << 15)) { … }
 * byte[] file = sealing.file();
 * }</pre>
 */
public final class FileSealing implements Portioned {
    private final SessionKeys keys;
    private final FileKind kind;
    private final String id;
    private final String name;
    private final byte[] plain;
    private final byte[] file;
    private final Hmac salting;
    private int salted;
    private Aead.Sealing sealing;

    FileSealing(SessionKeys keys, FileKind kind, String id, String name, byte[] plain) {
        this.keys = keys;
        this.kind = kind;
        this.id = id;
        this.name = name;
        this.plain = plain;
        file = FileEnvelope.begin(kind, plain.length);
        salting = new Hmac(Kdf.expand(
                keys.key(kind.purpose),
                FileEnvelope.binding("multisynq4j/1/file-salt", kind, id, name).bytes()));
    }

    /** Goes on with about so many bytes; false once it is done. Each byte is gone through twice. */
    @Override
    public boolean work(int bytes) {
        if (sealing != null) {
            return sealing.work(bytes);
        }
        int step = Math.min(bytes, plain.length - salted);
        salting.update(plain, salted, step);
        salted += step;
        if (salted == plain.length) {
            byte[] salt = new byte[FileEnvelope.SALT_BYTES];
            System.arraycopy(salting.digest(), 0, salt, 0, salt.length);
            sealing = FileEnvelope.sealing(keys, kind, id, name, plain, salt, file);
        }
        return true;
    }

    /** The file. @throws IllegalStateException unless {@link #work} said that it is done */
    public byte[] file() {
        if (sealing == null || !sealing.isDone()) {
            throw new IllegalStateException("the file is not sealed yet");
        }
        return file;
    }
}
