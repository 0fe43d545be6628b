package org.multisynq4j.client.control;

import org.multisynq4j.protocol.ClientFrame;

/** A finished upload the reflector has to hear of: at once, or when the connection is back, but only in the timeline it belongs to. */
final class Announcement {
    private final KeeperHost host;
    private ClientFrame waiting;
    private String timeline = "";

    Announcement(KeeperHost host) {
        this.host = host;
    }

    void announce(ClientFrame frame, String itsTimeline) {
        if (!host.timeline().equals(itsTimeline)) {
            return;
        }
        if (host.sendLive(frame)) {
            waiting = null;
        } else {
            waiting = frame;
            timeline = itsTimeline;
        }
    }

    /** The session is live again. */
    void live() {
        if (waiting != null) {
            ClientFrame frame = waiting;
            waiting = null;
            announce(frame, timeline);
        }
    }
}
