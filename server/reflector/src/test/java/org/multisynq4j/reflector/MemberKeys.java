package org.multisynq4j.reflector;

import org.multisynq4j.crypto.MembershipKey;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.text.Bytes;

/** What somebody with a certain password can prove. */
final class MemberKeys {
    static final MemberKeys RIGHT = new MemberKeys(1);
    static final MemberKeys WRONG = new MemberKeys(2);

    private final MembershipKey key;

    private MemberKeys(int password) {
        byte[] secret = new byte[SessionKeys.SECRET_BYTES];
        secret[0] = 2;
        secret[1] = (byte) password;
        key = new MembershipKey(SessionKeys.ofSecret(secret));
    }

    String text() {
        return Bytes.base64Url(key.publicKey());
    }

    /** Members of JOIN that offer this key. */
    String offer() {
        return "\"flags\":{\"membership\":true},\"memberKey\":\"" + text() + "\"";
    }

    String proof(String sessionId, String viewId, ServerFrame.Challenge challenge) {
        return proof(sessionId, viewId, challenge.challenge());
    }

    String proof(String sessionId, String viewId, String challenge) {
        return "{\"signature\":\""
                + Bytes.base64Url(key.signJoin(sessionId, viewId, Bytes.fromBase64Url(challenge)))
                + "\"}";
    }
}
