package org.multisynq4j.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.multisynq4j.text.Bytes;

/**
 * The Ed25519 key pair (RFC 8032) that all who know the password have. The reflector keeps the public half, and lets in who signs its challenge.
 *
 * <p>Only framed messages are signed: a label, then the parts with their lengths, so that a signature given for one thing never fits another.
 */
public final class MembershipKey {
    /** Bytes of a public key. */
    public static final int PUBLIC_KEY_BYTES = Ed25519.PUBLIC_KEY_SIZE;

    /** Bytes of a signature. */
    public static final int SIGNATURE_BYTES = Ed25519.SIGNATURE_SIZE;

    private static final String LABEL = "multisynq4j/1/membership";

    private static final String JOIN = "join";

    private static final String UPLOAD = "upload";

    private final byte[] seed;
    private final byte[] publicKey = new byte[PUBLIC_KEY_BYTES];

    public MembershipKey(SessionKeys keys) {
        seed = keys.key(KeyPurpose.MEMBERSHIP);
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
    }

    /** The public half, {@value #PUBLIC_KEY_BYTES} bytes. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Signs that whoever holds the password says {@code parts} (in this order) in this session. */
    public byte[] sign(String sessionId, byte[]... parts) {
        byte[] message = message(sessionId, parts);
        byte[] signature = new byte[SIGNATURE_BYTES];
        Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /** True if {@code signature} is by the owner of the key, for exactly this session and these parts. Never throws for hostile arguments. */
    public static boolean verify(byte[] publicKey, byte[] signature, String sessionId, byte[]... parts) {
        if (publicKey.length != PUBLIC_KEY_BYTES || signature.length != SIGNATURE_BYTES) {
            return false;
        }
        if (!Ed25519.validatePublicKeyFull(publicKey, 0)) {
            return false;
        }
        byte[] message = message(sessionId, parts);
        return Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }

    /**
     * Signs the wish to join: session, view id and challenge are bound, so that the signature is of use for nothing else, whatever channel it came through.
     *
     * @param viewId empty for a spectator
     */
    public byte[] signJoin(String sessionId, String viewId, byte[] challenge) {
        return sign(sessionId, Bytes.utf8(JOIN), Bytes.utf8(viewId), challenge);
    }

    /** Whether this is a {@link #signJoin} by the owner of the key. Never throws for hostile arguments. */
    public static boolean verifyJoin(
            byte[] publicKey, byte[] signature, String sessionId, String viewId, byte[] challenge) {
        return verify(publicKey, signature, sessionId, Bytes.utf8(JOIN), Bytes.utf8(viewId), challenge);
    }

    /**
     * Signs that this file may be stored there. It needs nothing from the server, so that it can be made where and when it is needed: in a worker, or in a page that is
     * being closed; and whoever sees it can do no more than store the same file again.
     *
     * @param id the session id or persistent id whose file it is
     * @param path where, below the server's files
     * @param hash SHA-256 of the file
     */
    public byte[] signUpload(String id, String path, byte[] hash) {
        return sign(id, Bytes.utf8(UPLOAD), Bytes.utf8(path), hash);
    }

    /** Whether this is a {@link #signUpload} by the owner of the key. Never throws for hostile arguments. */
    public static boolean verifyUpload(byte[] publicKey, byte[] signature, String id, String path, byte[] hash) {
        return verify(publicKey, signature, id, Bytes.utf8(UPLOAD), Bytes.utf8(path), hash);
    }

    private static byte[] message(String sessionId, byte[]... parts) {
        Framing framing = Framing.of(LABEL).add(Bytes.utf8(sessionId));
        for (byte[] part : parts) {
            framing.add(part);
        }
        return framing.bytes();
    }
}
