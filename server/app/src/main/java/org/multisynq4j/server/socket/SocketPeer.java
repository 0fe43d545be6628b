package org.multisynq4j.server.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.reflector.Peer;

/**
 * One connection of a session. Sending happens on the session's shard; frames are collected until the turn ends.
 *
 * <p>The queue is bounded: ticks are dropped while anything is unsent, and who stays behind by more than
 * {@link SocketLimits#queuedBytes()} is closed with a code that lets it come back and resynchronise.
 */
final class SocketPeer implements Peer {
    private final Wire wire;
    private final String name;
    private final SocketLimits limits;
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicLong unhandled = new AtomicLong();
    private List<OutgoingFrame> turn = new ArrayList<>();
    private long turnBytes;
    private long allowance;
    private boolean closing;

    SocketPeer(Wire wire, String name, SocketLimits limits) {
        this.wire = wire;
        this.name = name;
        this.limits = limits;
    }

    /** Collects a frame for the end of the turn; true if this is the first of the turn. */
    boolean enqueue(OutgoingFrame frame, boolean droppable) {
        if (closing || droppable && unsent.get() + turnBytes > 0) {
            return false;
        }
        if (frame.size() >= limits.largeFrameBytes()) {
            allowance = Math.min(limits.syncBytes(), allowance + frame.size());
        }
        turn.add(frame);
        turnBytes += frame.size();
        return turn.size() == 1;
    }

    /** Writes what the turn collected; false if the consumer is too slow and must be closed. */
    boolean flush() {
        if (turn.isEmpty() || closing) {
            return true;
        }
        long waiting = unsent.get();
        if (waiting == 0) {
            allowance = largeBytes();
        }
        if (waiting > limits.queuedBytes() + allowance) {
            return false;
        }
        unsent.addAndGet(turnBytes);
        List<OutgoingFrame> frames = turn;
        turn = new ArrayList<>();
        turnBytes = 0;
        wire.send(frames, bytes -> unsent.addAndGet(-bytes));
        return true;
    }

    /** Sends what was collected, then closes. */
    void close(CloseReason reason) {
        if (!closing) {
            flush();
            closing = true;
            turn.clear();
            wire.close(reason);
        }
    }

    void abort() {
        wire.abort();
    }

    void ping() {
        wire.ping();
    }

    /** Notes bytes received; false if more wait to be handled than one sender may have. Any thread. */
    boolean received(int bytes) {
        return unhandled.addAndGet(bytes) <= limits.unhandledBytes();
    }

    void handled(int bytes) {
        unhandled.addAndGet(-bytes);
    }

    @Override
    public String toString() {
        return name;
    }

    private long largeBytes() {
        long bytes = 0;
        for (OutgoingFrame frame : turn) {
            bytes += frame.size() >= limits.largeFrameBytes() ? frame.size() : 0;
        }
        return Math.min(limits.syncBytes(), bytes);
    }
}
