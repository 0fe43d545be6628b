package org.multisynq4j.client.jvm;

import org.multisynq4j.client.control.Pace;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.client.port.Console;
import org.multisynq4j.client.shadow.Shadow;

/** A thread that runs a session's shadow, and the session's end of the way to it. */
final class JvmWorker implements Channel, AutoCloseable {
    private final SessionThread sessionThread;
    private final Channel.Listener listener;
    private final JvmPlatform platform;
    private final Shadow shadow;
    private volatile boolean closed;

    /**
     * @param sessionThread where the listener is told
     * @param models finds the session's root model
     */
    JvmWorker(SessionThread sessionThread, Console console, JvmPlatform models, Channel.Listener listener) {
        this.sessionThread = sessionThread;
        this.listener = listener;
        platform = new JvmPlatform(console, "multisynq shadow", models, this::failed);
        shadow = new Shadow(platform, Pace.OWN_THREAD, new ShadowEnd());
    }

    /** What a turn of the shadow threw and the shadow did not catch: it cannot be relied on any more. */
    private void failed(Throwable problem) {
        platform.close();
        sessionThread.execute(() -> {
            if (!closed) {
                closed = true;
                listener.closed(String.valueOf(problem));
            }
        });
    }

    @Override
    public void send(String header, byte[] body) {
        platform.thread().execute(() -> shadow.received(header, body));
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        platform.close();
    }

    private final class ShadowEnd implements Channel {
        @Override
        public void send(String header, byte[] body) {
            sessionThread.execute(() -> {
                if (!closed) {
                    listener.received(header, body);
                }
            });
        }

        @Override
        public void close() {
            // The session ends its shadow, not the other way round.
        }
    }
}
