package org.multisynq4j.crypto;

/** The password is not the one the session was made with. */
public final class WrongPasswordException extends CryptoException {
    private static final long serialVersionUID = 1L;

    public WrongPasswordException() {
        super(Reason.WRONG_PASSWORD, "wrong password: the session was made with another one");
    }
}
