package org.multisynq4j.protocol;

import org.multisynq4j.crypto.MembershipKey;
import org.multisynq4j.text.Bytes;

/** What a reflector checks of a PROVE frame, so that it needs to know the protocol only and no cryptography. */
public final class MemberProof {
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
}
