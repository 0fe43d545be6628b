package org.multisynq4j.protocol;

import org.multisynq4j.crypto.MembershipKey;
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

    /**
     * Whether the text shows that the owner of the key lets its bearer store files under this id.
     *
     * @param key a {@link MemberTexts#KEY}
     * @param proof what stands in the query, from anybody
     * @param id a session id or persistent id
     */
    public static boolean verifyUpload(String key, String proof, String id) {
        return MemberTexts.SIGNATURE.accepts(proof)
                && MembershipKey.verifyUpload(Bytes.fromBase64Url(key), Bytes.fromBase64Url(proof), id);
    }
}
