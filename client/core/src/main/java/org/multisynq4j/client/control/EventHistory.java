package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.vm.ParticipantMessage.Events;
import org.multisynq4j.vm.ParticipantMessage.Published;
import org.multisynq4j.vm.ReflectedMessage.FromParticipant;

/** The first event since all replicas were known to agree: it, or one after it, is what made them differ. */
final class EventHistory {
    private Optional<ImageId> agreed = Optional.empty();
    private First sinceAgreed = new First(true);
    private First sincePoll = new First(false);

    /** The first of the messages that hold events, if none was missed. */
    private static final class First {
        private final boolean complete;
        private Optional<FromParticipant> message = Optional.empty();

        First(boolean complete) {
            this.complete = complete;
        }

        void received(FromParticipant next) {
            if (message.isEmpty()
                    && next.message() instanceof Events events
                    && !events.events().isEmpty()) {
                message = Optional.of(next);
            }
        }
    }

    /** A message was received. */
    void received(FromParticipant message) {
        sinceAgreed.received(message);
        sincePoll.received(message);
    }

    /** A poll was executed; messages behind it may have been received already. */
    void polled(boolean nothingBehindIt) {
        sincePoll = new First(nothingBehindIt);
    }

    /** All agreed on the state right after the last poll. */
    void agreed(ImageId poll) {
        agreed = Optional.of(poll);
        sinceAgreed = sincePoll;
    }

    /** A replica was made whose past is not this one's. */
    void clear() {
        agreed = Optional.empty();
        sinceAgreed = new First(true);
        sincePoll = new First(false);
    }

    Optional<String> lastAgreed() {
        return agreed.map(ImageId::toString);
    }

    /** The first event since then; empty if there was none, or it is not known for sure. */
    Optional<String> firstEvent() {
        return sinceAgreed.complete ? sinceAgreed.message.map(EventHistory::describe) : Optional.empty();
    }

    private static String describe(FromParticipant message) {
        Published first = ((Events) message.message()).events().get(0);
        return first.scope() + ":" + first.event() + " by " + message.viewId() + " "
                + new ImageId((long) message.time(), Sequence.normalize(message.seq()));
    }
}
