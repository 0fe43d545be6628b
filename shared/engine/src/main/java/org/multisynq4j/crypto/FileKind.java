package org.multisynq4j.crypto;

/** What a sealed file contains. The code is its sixth byte and never changes its meaning. */
public enum FileKind {
    /** A whole snapshot. */
    SNAPSHOT(1, KeyPurpose.SNAPSHOTS),
    /** A part of a snapshot. */
    CHUNK(2, KeyPurpose.SNAPSHOTS),
    /** The list of a snapshot's parts. */
    MANIFEST(3, KeyPurpose.SNAPSHOTS),
    /** What a model saved for later versions of its code. */
    PERSISTENT(4, KeyPurpose.PERSISTENT),
    /** What an app stored beside the model. */
    BLOB(5, KeyPurpose.BLOBS),
    /** What a recording of the session holds beyond what the server has. */
    RECORDING(6, KeyPurpose.SNAPSHOTS);

    final byte code;
    final KeyPurpose purpose;

    FileKind(int code, KeyPurpose purpose) {
        this.code = (byte) code;
        this.purpose = purpose;
    }

    /** Whether this sealed file says that it is of this kind; only opening it proves that. */
    public boolean isKindOf(byte[] file) {
        return file.length >= FileEnvelope.OVERHEAD && file[FileEnvelope.MAGIC.length + 1] == code;
    }
}
