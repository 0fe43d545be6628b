package org.multisynq4j.protocol;

import java.util.Arrays;
import java.util.Optional;
import org.multisynq4j.crypto.MembershipKey;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.text.Bytes;

/** What a server checks of a PROVE frame and of an upload, so that it needs to know the protocol only and no cryptography. */
public final class MemberProof {
    /** The parameter of an upload's query that carries the proof. */
    public static final String UPLOAD_PARAMETER = "proof";

    private MemberProof() {}

    /**
     * Whether the signature shows that its maker owns the key and answers this challenge for this view.
     *
     * @param key a {@link MemberTexts#KEY}
     * @param signature a {@link MemberTexts#SIGNATURE}
     * @param viewId empty for a spectator
     * @param challenge a {@link MemberTexts#CHALLENGE}
     */
    public static boolean verify(String key, String signature, String sessionId, String viewId, String challenge) {
        return MembershipKey.verifyJoin(
                Bytes.fromBase64Url(key),
                Bytes.fromBase64Url(signature),
                sessionId,
                viewId,
                Bytes.fromBase64Url(challenge));
    }

    /** What an upload proves with: a {@link MemberTexts#UPLOAD}. */
    public static String ofUpload(MembershipKey key, String id, String path, byte[] file) {
        byte[] hash = Sha256.of(file);
        byte[] signature = key.signUpload(id, path, hash);
        byte[] proof = Arrays.copyOf(hash, hash.length + signature.length);
        System.arraycopy(signature, 0, proof, hash.length, signature.length);
        return Bytes.base64Url(proof);
    }

    /**
     * The SHA-256, in base64url, of the one file that the owner of the key lets the bearer of this text store there; empty if it shows nothing of the kind.
     *
     * @param key a {@link MemberTexts#KEY}
     * @param proof what stands in the query, from anybody
     * @param id a session id or persistent id
     * @param path where the file is to be stored, below the server's files
     */
    public static Optional<String> verifyUpload(String key, String proof, String id, String path) {
        if (!MemberTexts.UPLOAD.accepts(proof)) {
            return Optional.empty();
        }
        byte[] bytes = Bytes.fromBase64Url(proof);
        byte[] hash = Arrays.copyOf(bytes, bytes.length - MembershipKey.SIGNATURE_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, hash.length, bytes.length);
        return MembershipKey.verifyUpload(Bytes.fromBase64Url(key), signature, id, path, hash)
                ? Optional.of(Bytes.base64Url(hash))
                : Optional.empty();
    }
}
