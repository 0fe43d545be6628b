package org.multisynq4j.reflector;

import java.util.LinkedHashMap;
import java.util.Map;
import org.multisynq4j.protocol.ClientFrame;

/** Remembers when a message id was last accepted; the oldest is forgotten when there are too many. */
final class Debouncer {
    private final Map<String, Double> acceptedMs = new LinkedHashMap<>();
    private final int most;

    Debouncer(int most) {
        this.most = most;
    }

    /** False if a frame with this id was accepted less than its debounce time ago. */
    boolean accept(ClientFrame.Debounce debounce, double nowMs) {
        Double before = acceptedMs.get(debounce.messageId());
        if (before != null && nowMs - before < debounce.ms()) {
            return false;
        }
        // Removed first, so that the order of the map is that of the times.
        acceptedMs.remove(debounce.messageId());
        acceptedMs.put(debounce.messageId(), nowMs);
        if (acceptedMs.size() > most) {
            acceptedMs.remove(acceptedMs.keySet().iterator().next());
        }
        return true;
    }
}
