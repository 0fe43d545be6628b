package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.multisynq4j.crypto.CheckWord;
import org.multisynq4j.crypto.MembershipKey;
import org.multisynq4j.crypto.ViewDataSealer;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.Extension;
import org.multisynq4j.protocol.Participant;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.protocol.TickRate;
import org.multisynq4j.text.Bytes;

/** Makes the JOIN of each connection, and the proof that may be asked for. */
final class JoinFrames {
    /** The leave is reported this much later than a rejoin would still be seamless. */
    static final double LEAVE_MARGIN_MS = 250;

    private static final String SDK = "multisynq4j-0.1.0";
    private static final String NO_KEY = "none";
    private static final String NO_DEVELOPER = "unknown_dev_id";
    private static final int SHOWN_NAME_CHARS = 12;

    private final SessionPlan plan;
    private final String checkWord;
    private Optional<MembershipKey> key = Optional.empty();

    JoinFrames(SessionPlan plan) {
        this.plan = plan;
        checkWord = CheckWord.of(plan.keys(), plan.names().sessionId());
    }

    /** Makes the key of all members, if it is not made yet: it takes a while that can pass beside the connecting. */
    void prepare() {
        key();
    }

    private MembershipKey key() {
        if (key.isEmpty()) {
            key = Optional.of(new MembershipKey(plan.keys()));
        }
        return key.get();
    }

    /** What a SYNC of a session with our password carries, if one of us was first. */
    String checkWord() {
        return checkWord;
    }

    ClientFrame.Join join(String viewId, boolean previousSnapshot) {
        Tuning tuning = plan.tuning();
        List<String> flags = new ArrayList<>();
        flags.add(Extension.LEAVE_NOW.wireName());
        flags.add(Extension.MEMBERSHIP.wireName());
        if (previousSnapshot) {
            flags.add(Extension.PREVIOUS_SNAPSHOT.wireName());
        }
        double rejoin = tuning.rejoinLimitMs();
        return join(
                Optional.of(user(viewId)),
                Optional.of(new TickRate(tuning.tickMs(), tuning.holdBackMs())),
                rejoin > 0 ? OptionalDouble.of(rejoin + LEAVE_MARGIN_MS) : OptionalDouble.empty(),
                flags);
    }

    /** The JOIN of somebody who only looks: nobody is told, and a session that does not exist is not begun. */
    ClientFrame.Join spectator() {
        return join(
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(Extension.LEAVE_NOW.wireName(), Extension.MEMBERSHIP.wireName()));
    }

    private ClientFrame.Join join(
            Optional<Participant> user, Optional<TickRate> ticks, OptionalDouble leaveDelay, List<String> flags) {
        SessionNames names = plan.names();
        return new ClientFrame.Join(
                // The name itself stays here; a piece of its hash tells log lines apart.
                names.appId() + "/" + names.persistentId().substring(0, SHOWN_NAME_CHARS),
                NO_KEY,
                names.appId(),
                names.persistentId(),
                "",
                SDK,
                NO_DEVELOPER,
                ClientFrame.VERSION,
                user,
                ticks,
                OptionalDouble.of(plan.tuning().autoSleepMs() / 1000),
                checkWord,
                names.codeHash(),
                leaveDelay,
                flags,
                Bytes.base64Url(key().publicKey()));
    }

    /** Proves to the reflector that this participant knows the password. */
    ClientFrame.Prove prove(String viewId, ServerFrame.Challenge challenge) {
        byte[] signature = key().signJoin(plan.names().sessionId(), viewId, Bytes.fromBase64Url(challenge.challenge()));
        return new ClientFrame.Prove(Bytes.base64Url(signature));
    }

    private Participant user(String viewId) {
        Optional<Object> data = plan.viewData();
        if (data.isEmpty()) {
            return Participant.of(viewId);
        }
        byte[] encoded = MessageOpener.viewDataCodec(plan).encode(data.get());
        ViewDataSealer sealer = new ViewDataSealer(plan.keys(), plan.names().sessionId());
        return Participant.of(
                viewId, sealer.seal(viewId, encoded, plan.platform().entropy()::fill));
    }
}
