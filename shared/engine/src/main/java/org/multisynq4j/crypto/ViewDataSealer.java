package org.multisynq4j.crypto;

import org.multisynq4j.text.Bytes;

/** Seals and opens what a participant tells about itself when it joins (its view data). */
public final class ViewDataSealer {
    private static final String PREFIX = "v1.";
    private static final int SALT_BYTES = 16;

    private final SessionKeys keys;
    private final String sessionId;

    public ViewDataSealer(SessionKeys keys, String sessionId) {
        this.keys = keys;
        this.sessionId = sessionId;
    }

    /** The envelope as text. @throws IllegalArgumentException if {@code plain} exceeds {@link CryptoLimits#MAX_TEXT_PLAIN_BYTES} */
    public String seal(String viewId, byte[] plain, RandomBytes random) {
        if (plain.length > CryptoLimits.MAX_TEXT_PLAIN_BYTES) {
            throw new IllegalArgumentException(
                    "view data has at most " + CryptoLimits.MAX_TEXT_PLAIN_BYTES + " bytes, this has " + plain.length);
        }
        ViewIds.check(viewId);
        byte[] salt = random.next(SALT_BYTES);
        byte[] sealed = new byte[SALT_BYTES + plain.length + Aead.TAG_BYTES];
        System.arraycopy(salt, 0, sealed, 0, SALT_BYTES);
        Aead.seal(key(viewId, salt), Aead.nonce(0), associated(viewId), plain, sealed, SALT_BYTES);
        return PREFIX + Bytes.base64Url(sealed);
    }

    /** What was sealed for this participant. @throws CryptoException if it was not sealed for this session and view id exactly like this */
    public byte[] open(String viewId, String text) {
        if (text.length() > CryptoLimits.MAX_TEXT_PLAIN_BYTES * 2) {
            throw new CryptoException(
                    CryptoException.Reason.TOO_LARGE, "view data of " + text.length() + " characters");
        }
        byte[] sealed = SealedText.decode(PREFIX, text, "view data");
        if (sealed.length < SALT_BYTES + Aead.TAG_BYTES) {
            throw new CryptoException(CryptoException.Reason.MALFORMED, "not sealed view data: it is cut off");
        }
        if (!ViewIds.isValid(viewId)) {
            throw new CryptoException(CryptoException.Reason.MALFORMED, "view data of an impossible view id");
        }
        byte[] salt = new byte[SALT_BYTES];
        System.arraycopy(sealed, 0, salt, 0, SALT_BYTES);
        return Aead.open(
                key(viewId, salt), Aead.nonce(0), associated(viewId), sealed, SALT_BYTES, "view data of " + viewId);
    }

    private byte[] key(String viewId, byte[] salt) {
        byte[] info = Framing.of("multisynq4j/1/view-data-key")
                .add(sessionId)
                .add(viewId)
                .add(salt)
                .bytes();
        return Kdf.expand(keys.key(KeyPurpose.VIEW_DATA), info);
    }

    private byte[] associated(String viewId) {
        return Framing.of("multisynq4j/1/view-data").add(sessionId).add(viewId).bytes();
    }
}
