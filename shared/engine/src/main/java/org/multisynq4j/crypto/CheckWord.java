package org.multisynq4j.crypto;

import org.multisynq4j.text.Bytes;

/**
 * The word by which a joiner finds out whether its password is the session's (the {@code tove} of JOIN and SYNC).
 *
 * <p>A keyed hash of the session id rather than a sealed text: ChaCha20-Poly1305 does not commit to its key (one ciphertext can be made to open under two), HMAC
 * does.
 */
public final class CheckWord {
    private static final String PREFIX = "k1.";

    private CheckWord() {}

    /** The word of this session; always the same for the same keys. */
    public static String of(SessionKeys keys, String sessionId) {
        return PREFIX + Bytes.base64Url(word(keys, sessionId));
    }

    /**
     * Returns if the word was made with these keys for this session.
     *
     * @throws WrongPasswordException if it was not
     * @throws CryptoException if it is no such word at all, as of a session of the original protocol
     */
    public static void verify(SessionKeys keys, String sessionId, String text) {
        if (text.length() > 256) {
            throw new CryptoException(
                    CryptoException.Reason.TOO_LARGE, "check word of " + text.length() + " characters");
        }
        byte[] claimed = SealedText.decode(PREFIX, text, "check word");
        if (!ConstantTime.equal(claimed, word(keys, sessionId))) {
            throw new WrongPasswordException();
        }
    }

    private static byte[] word(SessionKeys keys, String sessionId) {
        return Kdf.hmac(
                keys.key(KeyPurpose.CHECK_WORD),
                Framing.of("multisynq4j/1/check-word").add(sessionId).bytes());
    }
}
