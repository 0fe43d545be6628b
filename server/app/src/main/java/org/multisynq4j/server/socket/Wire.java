package org.multisynq4j.server.socket;

import java.util.List;
import org.multisynq4j.protocol.CloseReason;

/** One WebSocket connection, as far as sending is concerned. Calls return at once. */
interface Wire {
    /** Sends the frames in order, with as few writes as it can. {@code sent} is called on any thread, with their bytes. */
    void send(List<OutgoingFrame> frames, SentBytes sent);

    /** Sends a ping whose pong shows that somebody is there. Any thread. */
    void ping();

    /** Closes after everything sent before. */
    void close(CloseReason reason);

    /** Drops the connection without waiting for anything. */
    void abort();

    /** Told how many bytes have left the queue, written or failed. */
    interface SentBytes {
        void add(int bytes);
    }
}
