package org.multisynq4j.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonValue;

/** What a client says to the reflector. */
public sealed interface ClientFrame {
    /** The protocol version this code speaks. */
    int VERSION = 1;

    /**
     * The first frame: who I am and which session this is. Texts a client leaves out are empty.
     *
     * @param name {@code appId/name}
     * @param user empty for a spectator, who gets SYNC and nothing more
     * @param ticks the first joiner's decide
     * @param tove check word: the session id, encrypted
     * @param leaveDelayMs how long after the connection is lost the reflector waits before it reports the leave, for a rejoin
     * @param flags names of the extensions asked for, in the order given
     * @param memberKey public membership key as {@link MemberTexts#KEY}; empty if none was given
     */
    record Join(
            String name,
            String apiKey,
            String appId,
            String persistentId,
            String url,
            String sdk,
            String developerId,
            int version,
            Optional<Participant> user,
            Optional<TickRate> ticks,
            OptionalDouble dormantDelaySeconds,
            String tove,
            String codeHash,
            OptionalDouble leaveDelayMs,
            List<String> flags,
            String memberKey)
            implements ClientFrame {
        public Join {
            flags = List.copyOf(flags);
        }
    }

    /**
     * An event for everybody.
     *
     * @param timeMs the sender's teatime; the reflector puts its own in place
     * @param rest further elements, passed through unchanged (normally the sender's last latency)
     * @param debounce set: dropped if a frame with the same id came shortly before
     */
    record Send(double timeMs, String payload, List<JsonValue> rest, Optional<Debounce> debounce)
            implements ClientFrame {
        public Send {
            rest = List.copyOf(rest);
        }
    }

    /** Drop the frame if one with the same id was accepted less than {@code ms} milliseconds ago. */
    record Debounce(String messageId, double ms) {}

    /**
     * A vote: every client is expected to send the same.
     *
     * @param payload what is counted, verbatim
     * @param first broadcast as a message when the vote opens: payload and further elements
     * @param wantsVote broadcast the result even if unanimous
     * @param tallyTarget what to call with the result, passed through
     * @param tuttiKey identity of the vote
     */
    record Tutti(
            double sendTimeMs,
            String payload,
            Optional<Send> first,
            boolean wantsVote,
            JsonArray tallyTarget,
            String tuttiKey)
            implements ClientFrame {}

    /** A wish to change the tick rate; read, never granted: it would let anybody change everybody's clock. */
    record Ticks() implements ClientFrame {}

    /**
     * A snapshot was uploaded.
     *
     * @param seq the last message contained in it
     * @param dissident true: not what the majority voted for, only to be looked at
     * @param files ids of the parts it needs besides the file at {@code url}, so that the server can delete those no snapshot needs; empty if it is one file, or of a
     *     client that does not know parts
     */
    record Snap(long timeMs, long seq, String hash, String url, boolean dissident, List<String> files)
            implements ClientFrame {
        /** Characters of a part's id: base64url of 32 bytes. */
        public static final int FILE_ID_CHARS = 43;

        public Snap {
            files = List.copyOf(files);
        }

        /** A snapshot of one file. */
        public Snap(long timeMs, long seq, String hash, String url, boolean dissident) {
            this(timeMs, seq, hash, url, dissident, List.of());
        }
    }

    /** Persistent data was uploaded. */
    record Save(double persistTimeMs, String url, boolean dissident) implements ClientFrame {}

    /** The answer to a challenge: a signature as {@link MemberTexts#SIGNATURE}. */
    record Prove(String signature) implements ClientFrame {}

    /** Answered by a PONG with the same args, at any time. */
    record Ping(JsonValue args) implements ClientFrame {}

    /** A sign of life. */
    record Pulse() implements ClientFrame {}

    /** A line for the server's log. */
    record Log(JsonValue args) implements ClientFrame {}

    /** An action this code does not know, or none; ignored. */
    record Unknown(String action) implements ClientFrame {}
}
