package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.Traffic;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Transport;
import org.multisynq4j.protocol.ChunkJoiner;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.ClientFrameEncoder;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.FrameException;
import org.multisynq4j.protocol.Limits;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.protocol.ServerFrameDecoder;

/**
 * The connection to the reflector: makes it, says JOIN, keeps it alive, notices its death, makes it again.
 *
 * <p>Frames of an earlier connection are never delivered after a new one was begun.
 */
final class Link {
    /** A connection that brings no SYNC within this time after JOIN is closed and made again. */
    static final double SYNC_TIMEOUT_MS = 5_000;

    /** After this silence of ours a sign of life is sent. */
    static final double PULSE_MS = 25_000;

    /** After this silence of the reflector the connection is given up. Longer than the slowest tick (30 s). */
    static final double SILENCE_MS = 50_000;

    /** How long a server that never answered is tried. */
    static final double GIVE_UP_MS = 20_000;

    /** So often a server that never sent a SYNC is asked. */
    static final int MAX_UNANSWERED = 4;

    private static final double CHECK_MS = 1_000;

    private final SessionPlan plan;
    private final SessionLog log;
    private final LinkListener listener;
    private final Clock clock;
    private final Backoff backoff;
    private final ClientFrameEncoder encoder;
    private final ServerFrameDecoder decoder = new ServerFrameDecoder(Limits.DEFAULTS);

    private Optional<Attempt> current = Optional.empty();
    private Clock.Timer retry = () -> {};
    private boolean everOpened;
    private boolean everSynced;
    private int joinsUnanswered;
    private double startedAt;
    private long sentFrames;
    private long sentChars;
    private long receivedFrames;
    private long receivedChars;
    private int connections;

    Link(SessionPlan plan, SessionLog log, LinkListener listener) {
        this.plan = plan;
        this.log = log;
        this.listener = listener;
        clock = plan.platform().clock();
        backoff = new Backoff(plan.platform().entropy());
        encoder = new ClientFrameEncoder(plan.names().sessionId());
        startedAt = clock.nowMs();
    }

    /** Begins a new connection, dropping any other. */
    void connect() {
        abandon(CloseReason.UNKNOWN_SESSION, "");
        connections++;
        Attempt attempt = new Attempt();
        current = Optional.of(attempt);
        attempt.start();
    }

    /** True while frames can be sent. */
    boolean isOpen() {
        return current.map(attempt -> attempt.open).orElse(false);
    }

    /** Sends a frame; false if there is no connection. */
    boolean send(ClientFrame frame) {
        if (!isOpen()) {
            return false;
        }
        current.ifPresent(attempt -> attempt.send(frame));
        return true;
    }

    /** Success: the reflector's SYNC was usable. The next lost connection is retried at once. */
    void synced() {
        everSynced = true;
        backoff.reset();
        current.ifPresent(attempt -> attempt.syncTimeout.cancel());
    }

    /** Closes with a code of ours and connects again, after the back-off. */
    void reconnect(String why) {
        log.debug(Debug.SESSION, "closing the connection to start over: " + why);
        abandon(CloseReason.UNKNOWN_SESSION, why);
        listener.disconnected(CloseReason.UNKNOWN_SESSION.code(), why, true);
        retryLater();
    }

    /** Closes for good, or until the next {@link #connect}. */
    void close(CloseReason reason, String why) {
        retry.cancel();
        abandon(reason, why);
    }

    Traffic traffic() {
        return new Traffic(sentFrames, sentChars, receivedFrames, receivedChars, Math.max(0, connections - 1));
    }

    private void abandon(CloseReason reason, String why) {
        Optional<Attempt> old = current;
        current = Optional.empty();
        old.ifPresent(attempt -> attempt.close(reason, why));
    }

    private void retryLater() {
        double wait = backoff.next();
        log.debug(Debug.SESSION, () -> "reconnecting in " + Math.round(wait) + " ms");
        retry.cancel();
        retry = clock.schedule(wait, this::connect);
    }

    private String url() {
        return plan.server().reflector() + "/" + plan.names().sessionId() + query(plan);
    }

    /** What servers that want a token find it in. */
    static String query(SessionPlan plan) {
        return plan.joinToken().isEmpty() ? "" : "?token=" + plan.joinToken();
    }

    /** One connection and its timers. */
    private final class Attempt implements Transport.Listener {
        private final ChunkJoiner chunks = new ChunkJoiner(Limits.DEFAULTS);
        private Transport.Connection connection;
        private boolean open;
        private double lastSent;
        private double lastReceived;
        private Clock.Timer syncTimeout = () -> {};
        private Clock.Timer check = () -> {};

        void start() {
            connection = plan.platform().transport().connect(url(), this);
        }

        private boolean isCurrent() {
            return current.map(attempt -> attempt == this).orElse(false);
        }

        @Override
        public void opened() {
            if (!isCurrent()) {
                return;
            }
            open = true;
            everOpened = true;
            lastReceived = clock.nowMs();
            log.debug(Debug.SESSION, () -> "connected to " + plan.server().reflector());
            syncTimeout = clock.schedule(SYNC_TIMEOUT_MS, this::unanswered);
            checkLater();
            // Last: a transport may deliver the answer within.
            send(listener.joinFrame());
        }

        private void unanswered() {
            if (!isCurrent()) {
                return;
            }
            joinsUnanswered++;
            if (!everSynced && joinsUnanswered >= MAX_UNANSWERED) {
                listener.unanswered();
            } else {
                reconnect("no SYNC within " + (int) SYNC_TIMEOUT_MS + " ms");
            }
        }

        void send(ClientFrame frame) {
            String text = encoder.encode(frame);
            lastSent = clock.nowMs();
            sentFrames++;
            sentChars += text.length();
            connection.send(text);
        }

        @Override
        public void received(String text) {
            if (!isCurrent()) {
                return;
            }
            lastReceived = clock.nowMs();
            receivedChars += text.length();
            try {
                Optional<String> whole = chunks.add(text);
                if (whole.isPresent()) {
                    receivedFrames++;
                    ServerFrame frame = decoder.decode(whole.get());
                    listener.frame(frame, whole.get());
                }
            } catch (FrameException | ResyncException e) {
                if (isCurrent() && listener.goesOnAfter(e.getMessage())) {
                    reconnect(e.getMessage());
                }
            }
        }

        @Override
        public void closed(int code, String reason) {
            stop();
            if (!isCurrent()) {
                return;
            }
            current = Optional.empty();
            boolean retryable = CloseReason.retryable(code);
            log.debug(Debug.SESSION, () -> "connection closed with " + code + " " + reason);
            if (retryable && !everOpened && clock.nowMs() - startedAt > GIVE_UP_MS) {
                listener.unreachable();
                return;
            }
            listener.disconnected(code, reason, retryable);
            if (retryable && current.isEmpty()) {
                retryLater();
            }
        }

        void close(CloseReason reason, String why) {
            stop();
            String text = why.isEmpty() ? reason.text() : why;
            // Own recoverable errors are 4000, as the original's; browsers refuse codes like 1001.
            connection.close(reason.code(), shorten(text));
        }

        private void stop() {
            open = false;
            syncTimeout.cancel();
            check.cancel();
        }

        private void checkLater() {
            check = clock.schedule(CHECK_MS, () -> {
                if (!isCurrent()) {
                    return;
                }
                double now = clock.nowMs();
                if (now - lastReceived > SILENCE_MS) {
                    reconnect("nothing received for " + (int) SILENCE_MS + " ms");
                    return;
                }
                if (now - lastSent > PULSE_MS && connection.bufferedBytes() == 0) {
                    send(new ClientFrame.Pulse());
                }
                checkLater();
            });
        }
    }

    /** A close reason has at most 123 bytes; what is not ASCII is replaced so that characters are bytes. */
    private static String shorten(String text) {
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < text.length() && i < 123; i++) {
            char c = text.charAt(i);
            ascii.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return ascii.toString();
    }
}
