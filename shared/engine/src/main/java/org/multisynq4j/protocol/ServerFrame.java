package org.multisynq4j.protocol;

import java.util.List;
import java.util.Optional;
import org.multisynq4j.json.JsonValue;

/** What the reflector says to a client. */
public sealed interface ServerFrame {
    /** The answer to JOIN: where to start, and what happened since. */
    record Sync(SyncHeader header, List<Message> messages) implements ServerFrame {
        public Sync {
            messages = List.copyOf(messages);
        }
    }

    /**
     * SYNC without its messages.
     *
     * @param start where the replica starts
     * @param timeMs current teatime of the reflector
     * @param seq last number assigned
     * @param tove the first joiner's check word
     * @param reflector free text for logs
     * @param timeline identity of this run of sequence numbers; empty: no seamless rejoin
     * @param flags names of the extensions granted
     */
    record SyncHeader(
            Start start, long timeMs, long seq, String tove, String reflector, String timeline, List<String> flags) {
        public SyncHeader {
            flags = List.copyOf(flags);
        }
    }

    /** What a replica is built from before the messages are replayed. */
    sealed interface Start {
        /** From nothing: a never-seen session without persistent data. */
        record Fresh() implements Start {
            @Override
            public String toString() {
                return "fresh";
            }
        }

        /** From what an earlier version of the program persisted. */
        record FromPersisted(String url) implements Start {
            @Override
            public String toString() {
                return "from saved data " + url;
            }
        }

        /** From a snapshot that contains everything up to and including {@code seq}. */
        record FromSnapshot(String url, long timeMs, long seq) implements Start {
            @Override
            public String toString() {
                return "from snapshot @" + timeMs + "#" + seq + " " + url;
            }
        }
    }

    /** Sign this before you get SYNC; only for clients that asked for {@link Extension#MEMBERSHIP}. A text as {@link MemberTexts#CHALLENGE}. */
    record Challenge(String challenge) implements ServerFrame {}

    /** One message, in order. */
    record Recv(Message message) implements ServerFrame {}

    /** Time has come this far. */
    record Tick(long timeMs) implements ServerFrame {}

    /** Please take a snapshot. */
    record Requ() implements ServerFrame {}

    /**
     * Something the user should be shown.
     *
     * @param level {@code warning}, {@code error} …; empty if not given
     * @param once show it only once
     */
    record Info(String code, String message, String level, boolean once) implements ServerFrame {}

    /** The answer to PING; the only frame without a session id. */
    record Pong(Optional<JsonValue> args) implements ServerFrame {}

    /** An action this code does not know; ignored. */
    record Unknown(String action) implements ServerFrame {}
}
