package org.multisynq4j.reflector;

import java.util.ArrayDeque;
import java.util.Deque;
import org.multisynq4j.reflector.store.StoreWrite;

/** Writes on their way to the store, in order. Without a store every write is safe at once. */
final class WriteQueue {
    /** Told when a write is safe. */
    interface Listener {
        void safe(StoreWrite write);
    }

    private final Context context;
    private final Listener listener;
    private final Deque<StoreWrite> inFlight = new ArrayDeque<>();
    private long lastIndex;

    WriteQueue(Context context, Listener listener) {
        this.context = context;
        this.listener = listener;
    }

    void write(StoreWrite write) {
        if (!context.settings.durable()) {
            listener.safe(write);
            return;
        }
        inFlight.add(write);
        context.emit(new Output.Write(++lastIndex, write));
    }

    void written(long upToIndex) {
        if (upToIndex > lastIndex) {
            throw new IllegalStateException(
                    "the store acknowledged write " + upToIndex + ", but only " + lastIndex + " were made");
        }
        while (!inFlight.isEmpty() && lastIndex - inFlight.size() < upToIndex) {
            listener.safe(inFlight.remove());
        }
    }

    boolean idle() {
        return inFlight.isEmpty();
    }
}
