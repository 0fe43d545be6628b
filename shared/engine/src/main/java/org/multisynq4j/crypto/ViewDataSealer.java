package org.multisynq4j.crypto;

/** Seals and opens what a participant tells about itself when it joins (its view data). */
public final class ViewDataSealer {
    private final SaltedSealer sealer;
    private final String sessionId;

    public ViewDataSealer(SessionKeys keys, String sessionId) {
        sealer = new SaltedSealer(keys, KeyPurpose.VIEW_DATA, "v1.", "view data");
        this.sessionId = sessionId;
    }

    /** The envelope as text. @throws IllegalArgumentException if {@code plain} exceeds {@link CryptoLimits#MAX_TEXT_PLAIN_BYTES} */
    public String seal(String viewId, byte[] plain, RandomBytes random) {
        ViewIds.check(viewId);
        return sealer.seal(plain, random, sessionId, viewId);
    }

    /** What was sealed for this participant. @throws CryptoException if it was not sealed for this session and view id exactly like this */
    public byte[] open(String viewId, String text) {
        if (!ViewIds.isValid(viewId)) {
            throw new CryptoException(CryptoException.Reason.MALFORMED, "view data of an impossible view id");
        }
        return sealer.open(text, sessionId, viewId);
    }
}
