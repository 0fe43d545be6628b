package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.vm.ParticipantMessage.Published;
import org.multisynq4j.vm.ParticipantMessages;

/** Events that will travel in one message. */
final class Bundle {
    /** A bundle takes further events while it is shorter than this. */
    static final int FULL_BYTES = 4096;

    private final List<Published> events = new ArrayList<>();
    private int bytes;

    boolean hasRoom() {
        return bytes < FULL_BYTES && events.size() < ParticipantMessages.MAX_EVENTS;
    }

    void add(Published event) {
        events.add(event);
        bytes += event.payload().length;
    }

    List<Published> events() {
        return List.copyOf(events);
    }

    int size() {
        return events.size();
    }
}
