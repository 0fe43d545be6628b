package org.multisynq4j.crypto;

/** The password is not the one the session was made with. */
public final class WrongPasswordException extends CryptoException {
    private static final long serialVersionUID = 1L;

    public WrongPasswordException(String sessionId) {
        super(
                Reason.WRONG_PASSWORD,
                "wrong password for session " + sessionId
                        + ": it was made with another one. Open the link exactly as it was shared (the part after # counts), or ask a participant for the password.");
    }
}
