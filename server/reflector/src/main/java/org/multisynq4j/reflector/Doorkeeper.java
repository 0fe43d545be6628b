package org.multisynq4j.reflector;

import java.util.List;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.FrameException;
import org.multisynq4j.protocol.MemberProof;
import org.multisynq4j.protocol.Participant;

/** Lets nobody into a session with a member key who does not sign a fresh challenge. Whoever fails leaves no trace in the session. */
final class Doorkeeper {
    private final Context context;
    private final String secret;
    private long challenges;

    /** @param secret random text that nobody outside knows; makes challenges that cannot be foreseen and never repeat */
    Doorkeeper(Context context, String secret) {
        this.context = context;
        this.secret = secret;
    }

    /** Whether the client needs no proof, or has given it. */
    static boolean isFree(Client client, Identity identity) {
        return !identity.membersOnly() || client.stage == Client.Stage.MEMBER;
    }

    /** @throws FrameException if the client has no chance to prove anything */
    void challenge(Client client, Identity identity) {
        if (!client.memberKey().equals(identity.memberKey())) {
            throw new FrameException(CloseReason.NOT_A_MEMBER, "no or another member key");
        }
        if (client.stage != Client.Stage.CHALLENGED) {
            client.stage = Client.Stage.CHALLENGED;
            challenges++;
            client.challenge = Sha256.base64Url("challenge " + challenges + " " + context.sessionId + " " + secret);
        }
        context.send(List.of(client.peer), context.encoder.challenge(client.challenge));
    }

    /** @throws FrameException if the proof is none: there is one attempt per connection */
    void check(Client client, ClientFrame.Prove prove, Identity identity) {
        boolean proved = MemberProof.verify(
                identity.memberKey(),
                prove.signature(),
                context.sessionId,
                client.user().map(Participant::viewId).orElse(""),
                client.challenge);
        if (!proved) {
            throw new FrameException(CloseReason.NOT_A_MEMBER, "a signature that is not the key owner's");
        }
    }
}
