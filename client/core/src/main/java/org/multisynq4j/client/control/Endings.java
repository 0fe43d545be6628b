package org.multisynq4j.client.control;

import org.multisynq4j.client.error.IncompatibleServerException;
import org.multisynq4j.client.error.LostConnectionException;
import org.multisynq4j.client.error.RefusedTokenException;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.error.SessionFullException;
import org.multisynq4j.client.error.UnknownServerException;
import org.multisynq4j.client.error.WrongPasswordException;
import org.multisynq4j.protocol.CloseReason;

/** Why a session ended, in words for people. */
final class Endings {
    private Endings() {}

    /** The reflector closed for good. */
    static SessionException closed(int code, String reason, SessionPlan plan) {
        CloseReason known = CloseReason.of(code).orElse(CloseReason.UNKNOWN_ERROR);
        String where = plan.server().reflector();
        String said = reason.isEmpty() ? "" : " (\"" + reason + "\")";
        switch (known) {
            case SESSION_FULL:
                return new SessionFullException("the session is full" + said + ". Try again when somebody has left.");
            case NOT_A_MEMBER:
                return wrongPassword(plan);
            case BAD_API_KEY:
                return new RefusedTokenException("the server " + where + " refused to let this client in" + said
                        + ". Get a valid join token and pass it with Join.joinToken(...).");
            case OUTDATED_PROTOCOL:
            case MALFORMED_MESSAGE:
            case BAD_APP_ID:
                return new IncompatibleServerException("the server " + where + " does not understand this client: "
                        + known.text() + said + ". Use a server and a client of the same version.");
            default:
                return new LostConnectionException("the server " + where + " ended the connection with code " + code
                        + said + ". Reload to join again.");
        }
    }

    /** The session, or the data saved under its name, was made with another password. */
    static WrongPasswordException wrongPassword(SessionPlan plan) {
        return new WrongPasswordException("\u201C" + plan.names().name()
                + "\u201D was made with another password. Open the link exactly as it was shared (the part after # counts), or"
                + " ask a participant. Nobody else knows it: a lost password is lost data.");
    }

    static SessionException unreachable(SessionPlan plan) {
        return new UnknownServerException(
                "no server answers at " + plan.server().reflector()
                        + ". Check the address, and that the server runs and can be reached from here.");
    }

    static SessionException noProgress(String why, SessionPlan plan) {
        return new IncompatibleServerException(
                "the server " + plan.server().reflector() + " sends a session that cannot be followed: " + why
                        + ". Reload; if that does not help, tell the operator.");
    }
}
