package org.multisynq4j.client.control;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.crypto.CryptoException;
import org.multisynq4j.crypto.CryptoLimits;
import org.multisynq4j.crypto.KeyedId;
import org.multisynq4j.crypto.VoteSealer;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.snapshot.ByteReader;
import org.multisynq4j.snapshot.ByteWriter;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.text.Bytes;
import org.multisynq4j.vm.ReflectedMessage.Vote;

/**
 * Makes vote frames and reads votes. Everybody is asked the same question, named by topic and teatime; a vote is sealed for its question.
 *
 * <p>Inside it always has the same length but for the voter's view id, so that a vote's length says nothing.
 */
final class Ballot {
    /** About the replicated state, to take a snapshot. */
    static final String SNAPSHOT = "snapshot";

    /** About data to be saved. */
    static final String PERSIST = "persist";

    private static final int HASH_BYTES = 32;
    private static final byte[] NO_STATE = new byte[HASH_BYTES];

    private final SessionPlan plan;
    private final VoteSealer sealer;

    Ballot(SessionPlan plan) {
        this.plan = plan;
        sealer = new VoteSealer(plan.keys(), plan.names().sessionId());
    }

    /**
     * A vote.
     *
     * @param vote whose hashes are {@link KeyedId}s
     * @param target the original's name of what handles the tally
     */
    ClientFrame.Tutti cast(String topic, double time, Vote vote, String target) {
        String key = key(topic, time);
        return new ClientFrame.Tutti(
                time,
                sealer.seal(key, encode(vote), plan.platform().entropy()::fill),
                Optional.empty(),
                true,
                new JsonArray(List.of(new JsonString(target))),
                key);
    }

    /** What somebody with the password voted on this question; empty if that is not what the text is. */
    Optional<Vote> read(String topic, double time, String text) {
        try {
            return Optional.of(decode(sealer.open(key(topic, time), text)));
        } catch (CryptoException | SnapshotException e) {
            return Optional.empty();
        }
    }

    private static String key(String topic, double time) {
        return topic + "@" + Json.write(new JsonNumber(time));
    }

    static byte[] encode(Vote vote) {
        ByteWriter out = new ByteWriter();
        out.writeDouble(vote.cost());
        out.writeBytes(Bytes.fromBase64Url(vote.hash()));
        out.writeBytes(vote.state().map(Bytes::fromBase64Url).orElse(NO_STATE));
        out.writeString(vote.viewId());
        return out.toByteArray();
    }

    /** @throws SnapshotException if this is no vote */
    static Vote decode(byte[] plain) {
        ByteReader in = new ByteReader(plain);
        double cost = in.readDouble();
        if (Double.isNaN(cost) || Double.isInfinite(cost)) {
            throw in.damaged("a vote's cost is no number");
        }
        String hash = Bytes.base64Url(in.readBytes(HASH_BYTES));
        byte[] state = in.readBytes(HASH_BYTES);
        String viewId = in.readString(CryptoLimits.MAX_VIEW_ID_CHARS);
        in.expectEnd();
        return new Vote(
                viewId,
                cost,
                hash,
                Arrays.equals(state, NO_STATE) ? Optional.empty() : Optional.of(Bytes.base64Url(state)));
    }
}
