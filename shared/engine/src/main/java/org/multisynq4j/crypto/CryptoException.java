package org.multisynq4j.crypto;

/** Something sealed cannot be opened. Says why; never contains key material or plain text. */
public class CryptoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why it was refused. */
    public enum Reason {
        /** Not the bytes or text of such an envelope: cut off, not base64url, a field out of range. */
        MALFORMED,
        /** An envelope of a version this build does not know. */
        UNSUPPORTED_VERSION,
        /** An envelope of another kind than the one asked for. */
        WRONG_KIND,
        /**
         * Altered, sealed with another password, or sealed for another session, sender, place or name. These are not told apart: the only proof of any of them is
         * the same failed check.
         */
        NOT_AUTHENTIC,
        /** Longer than {@link CryptoLimits} allows. */
        TOO_LARGE,
        /** The check word of the session was made with another password. */
        WRONG_PASSWORD
    }

    /** @param message what was refused and what to do */
    public CryptoException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why it was refused. */
    public Reason reason() {
        return reason;
    }
}
