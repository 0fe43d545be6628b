package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.protocol.ClientFrame;

/** A finished upload the reflector has to hear of: at once, or when the connection is back, but only in the timeline it belongs to. */
final class Announcement {
    private final KeeperHost host;
    private Optional<ClientFrame> last = Optional.empty();
    private String timeline = "";
    private boolean waiting;

    Announcement(KeeperHost host) {
        this.host = host;
    }

    void announce(ClientFrame frame, String itsTimeline) {
        last = Optional.of(frame);
        timeline = itsTimeline;
        waiting = true;
        live();
    }

    /** The session is live again: what could not be sent is. */
    void live() {
        if (waiting) {
            again();
        }
    }

    /** As {@link #live}; what was sent last is sent again, because a connection that breaks says nothing about what arrived. */
    void again() {
        if (last.isPresent() && host.timeline().equals(timeline)) {
            waiting = !host.sendLive(last.get());
        } else {
            last = Optional.empty();
            waiting = false;
        }
    }
}
