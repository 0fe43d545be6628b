package org.multisynq4j.vm;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.model.Model;
import org.multisynq4j.snapshot.Stored;

/**
 * Scheduled messages by time, then by the order in which they were scheduled: a binary heap, whose array every replica holds alike.
 *
 * <p>Cancelled messages stay until they reach the head; when they are more than half, the heap is rebuilt.
 */
final class MessageQueue implements Stored {
    private static final int REBUILD_FROM = 64;

    private final ArrayList<ScheduledMessage> heap = new ArrayList<>();
    private int nextOrder;
    private int addedSinceRebuild;

    /** Queues a message for that time, behind all that are queued for it. */
    void add(ScheduledMessage message, double time) {
        nextOrder++;
        message.placeAt(time, nextOrder);
        if (++addedSinceRebuild > REBUILD_FROM + 2 * heap.size()) {
            rebuild();
        }
        heap.add(message);
        siftUp(heap.size() - 1);
    }

    /** The next pending message; null if there is none. */
    ScheduledMessage head() {
        while (!heap.isEmpty() && !heap.get(0).isPending()) {
            removeHead();
        }
        return heap.isEmpty() ? null : heap.get(0);
    }

    void removeHead() {
        ScheduledMessage last = heap.remove(heap.size() - 1);
        if (!heap.isEmpty()) {
            heap.set(0, last);
            siftDown(0);
        }
    }

    void cancelAllOf(Model owner) {
        for (ScheduledMessage message : heap) {
            if (message.owner() == owner) {
                message.cancel();
            }
        }
        rebuild();
    }

    int pendingCount() {
        int count = 0;
        for (ScheduledMessage message : heap) {
            if (message.isPending()) {
                count++;
            }
        }
        return count;
    }

    /** Drops cancelled messages; the result depends only on the queue's content, so all replicas do the same at the same moment. */
    private void rebuild() {
        addedSinceRebuild = 0;
        List<ScheduledMessage> pending = new ArrayList<>(heap.size());
        for (ScheduledMessage message : heap) {
            if (message.isPending()) {
                pending.add(message);
            }
        }
        heap.clear();
        for (ScheduledMessage message : pending) {
            heap.add(message);
            siftUp(heap.size() - 1);
        }
    }

    private void siftUp(int from) {
        int at = from;
        ScheduledMessage moving = heap.get(at);
        while (at > 0) {
            int parent = (at - 1) >> 1;
            ScheduledMessage above = heap.get(parent);
            if (!moving.isBefore(above)) {
                break;
            }
            heap.set(at, above);
            at = parent;
        }
        heap.set(at, moving);
    }

    private void siftDown(int from) {
        int at = from;
        int size = heap.size();
        ScheduledMessage moving = heap.get(at);
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && heap.get(child + 1).isBefore(heap.get(child))) {
                child++;
            }
            if (!heap.get(child).isBefore(moving)) {
                break;
            }
            heap.set(at, heap.get(child));
            at = child;
        }
        heap.set(at, moving);
    }
}
