package org.multisynq4j.crypto;

import org.multisynq4j.identity.Sha256;

/**
 * Seals and opens what applications store beside the model. Equal data of one persistent id is one file with one name, whoever stores it; the name is the file's hash, so
 * that neither server nor participant can put another one in its place.
 */
public final class BlobSealer {
    /** By how much a sealed file is longer than its data. */
    public static final int ADDED_BYTES = FileEnvelope.OVERHEAD;

    private static final String NAME = "";
    private static final byte MODE_OF_SECRETS = 2;

    private final SessionKeys keys;
    private final String appId;
    private final String persistentId;

    /** A file ready to be stored. */
    public record Sealed(BlobId id, byte[] file) {}

    public BlobSealer(SessionKeys keys, String appId, String persistentId) {
        this.keys = keys;
        this.appId = appId;
        this.persistentId = persistentId;
    }

    /**
     * Seals data: for the session, or under a key of its own that its id holds.
     *
     * @throws IllegalArgumentException if the data has more than {@link BlobId#MAX_BYTES} bytes
     */
    public Sealed seal(byte[] plain, boolean shareable) {
        if (plain.length > BlobId.MAX_BYTES) {
            throw new IllegalArgumentException(
                    "at most " + BlobId.MAX_BYTES + " bytes are stored at once, not " + plain.length);
        }
        byte[] secret = shareable ? secret(plain) : new byte[0];
        byte[] file = new FileSealer(shareable ? keysOf(secret) : keys)
                .sealRepeatable(FileKind.BLOB, persistentId, NAME, plain);
        byte[] hash = Sha256.of(file);
        return new Sealed(
                shareable
                        ? BlobId.ofShareable(hash, plain.length, secret, appId, persistentId)
                        : BlobId.ofPrivate(hash, plain.length),
                file);
    }

    /** The data. @throws CryptoException if this is not the file that the id names, or it was sealed with another password */
    public byte[] open(BlobId id, byte[] file) {
        if (!ConstantTime.equal(Sha256.of(file), id.hash())) {
            throw new CryptoException(
                    CryptoException.Reason.NOT_AUTHENTIC,
                    "the stored file is not the one the handle names: it was altered");
        }
        SessionKeys opening = id.isShareable() ? keysOf(id.secret()) : keys;
        byte[] plain =
                new FileOpener(opening).open(FileKind.BLOB, id.persistentId().orElse(persistentId), NAME, file);
        if (plain.length != id.size()) {
            throw new CryptoException(
                    CryptoException.Reason.NOT_AUTHENTIC,
                    "the data has " + plain.length + " bytes, the handle says " + id.size());
        }
        return plain;
    }

    /** Follows from the data, so that equal data is stored once; who lacks the password cannot tell what data it follows from. */
    private byte[] secret(byte[] plain) {
        byte[] key = Kdf.expand(
                keys.key(KeyPurpose.BLOBS),
                Framing.of("multisynq4j/1/shareable").add(persistentId).bytes());
        return Kdf.hmac(key, plain);
    }

    private static SessionKeys keysOf(byte[] secret) {
        byte[] whole = new byte[SessionKeys.SECRET_BYTES];
        whole[0] = MODE_OF_SECRETS;
        System.arraycopy(secret, 0, whole, 1, secret.length);
        return SessionKeys.ofSecret(whole);
    }
}
