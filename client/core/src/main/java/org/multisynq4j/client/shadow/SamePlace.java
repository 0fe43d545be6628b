package org.multisynq4j.client.shadow;

import org.multisynq4j.client.control.Pace;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Platform;

/** A shadow on the session's own thread, where there is no other: everything goes through the clock, so that nothing happens inside a call. */
final class SamePlace implements Channel {
    private final Clock clock;
    private final Channel.Listener session;
    private final Shadow shadow;
    private boolean closed;

    SamePlace(Platform platform, Channel.Listener session) {
        this.session = session;
        clock = platform.clock();
        shadow = new Shadow(platform, Pace.sharing(platform), new ShadowEnd());
    }

    @Override
    public void send(String header, byte[] body) {
        clock.schedule(0, () -> {
            if (!closed) {
                shadow.received(header, body);
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        shadow.closed("");
    }

    private final class ShadowEnd implements Channel {
        @Override
        public void send(String header, byte[] body) {
            clock.schedule(0, () -> {
                if (!closed) {
                    session.received(header, body);
                }
            });
        }

        @Override
        public void close() {
            // The session ends its shadow, not the other way round.
        }
    }
}
