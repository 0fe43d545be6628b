package org.multisynq4j.reflector;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.protocol.ClientFrame;

/** Messages that came too shortly after a tick and wait, so that clients may run a little ahead of the reflector. */
final class HeldMessages {
    private final List<ClientFrame.Send> held = new ArrayList<>();
    private final int most;
    private double untilMs = Double.POSITIVE_INFINITY;

    HeldMessages(int most) {
        this.most = most;
    }

    /** Takes the message if it must wait; a message behind waiting ones waits too, to keep the order. */
    boolean hold(ClientFrame.Send send, double heldUntilMs, double nowMs) {
        if (held.isEmpty()) {
            if (heldUntilMs <= nowMs) {
                return false;
            }
            untilMs = heldUntilMs;
        }
        held.add(send);
        if (held.size() >= most) {
            untilMs = nowMs;
        }
        return true;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** When the waiting is over; infinity if nothing waits. */
    double untilMs() {
        return untilMs;
    }

    List<ClientFrame.Send> take() {
        List<ClientFrame.Send> all = List.copyOf(held);
        held.clear();
        untilMs = Double.POSITIVE_INFINITY;
        return all;
    }
}
