package org.multisynq4j.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The events that wait for a session's views, by when they are to be handled. */
final class ViewEvents {
    private final ViewGuard guard;
    private final Map<String, List<ViewSubscription>> byTopic = new LinkedHashMap<>();
    private final Deque<Delivery> queued = new ArrayDeque<>();
    private final Deque<Delivery> immediate = new ArrayDeque<>();
    private final Map<ViewSubscription, Object> perFrame = new LinkedHashMap<>();
    private final Map<ViewSubscription, Object> perSyncedFrame = new LinkedHashMap<>();

    /** An event for one handler; data may be null for nothing. */
    private record Delivery(ViewSubscription to, Object data) {}

    ViewEvents(ViewGuard guard) {
        this.guard = guard;
    }

    void add(ViewSubscription subscription) {
        byTopic.computeIfAbsent(subscription.topic(), t -> new ArrayList<>()).add(subscription);
    }

    void removeIf(Predicate<ViewSubscription> ends) {
        for (List<ViewSubscription> each : byTopic.values()) {
            each.removeIf(subscription -> {
                boolean gone = ends.test(subscription);
                if (gone) {
                    subscription.cancel();
                }
                return gone;
            });
        }
        byTopic.values().removeIf(List::isEmpty);
    }

    /** Notes a model's event; returns true if somebody wants it before the next message. */
    boolean noteModelEvent(String topic, Object data) {
        boolean wanted = false;
        for (ViewSubscription each : subscriptions(topic)) {
            if (each.handling() == Handling.IMMEDIATE) {
                immediate.add(new Delivery(each, data));
                wanted = true;
            } else {
                enqueue(each, data);
            }
        }
        return wanted;
    }

    /** Notes a view's event; immediate handlers run now. */
    void publishLocally(String topic, Object data) {
        for (ViewSubscription each : List.copyOf(subscriptions(topic))) {
            if (each.handling() == Handling.IMMEDIATE) {
                deliver(new Delivery(each, data));
            } else {
                enqueue(each, data);
            }
        }
    }

    private List<ViewSubscription> subscriptions(String topic) {
        return byTopic.getOrDefault(topic, List.of());
    }

    private void enqueue(ViewSubscription subscription, Object data) {
        switch (subscription.handling()) {
            case ONCE_PER_FRAME -> perFrame.put(subscription, data);
            case ONCE_PER_FRAME_WHILE_SYNCED -> perSyncedFrame.put(subscription, data);
            default -> queued.add(new Delivery(subscription, data));
        }
    }

    void deliverImmediate() {
        drain(immediate);
    }

    /** Delivers what is due: queued, then once per frame, then once per frame while synced, then what these queued. */
    void deliver(boolean frame, boolean synced) {
        drain(queued);
        if (frame) {
            drain(perFrame);
            if (synced) {
                drain(perSyncedFrame);
            }
            drain(queued);
        }
    }

    /** Also what is added meanwhile. */
    private void drain(Deque<Delivery> deliveries) {
        while (!deliveries.isEmpty()) {
            deliver(deliveries.remove());
        }
    }

    private void drain(Map<ViewSubscription, Object> latest) {
        Map<ViewSubscription, Object> due = new LinkedHashMap<>(latest);
        latest.clear();
        due.forEach((subscription, data) -> deliver(new Delivery(subscription, data)));
    }

    private void deliver(Delivery delivery) {
        if (delivery.to.isActive()) {
            guard.run("the handler of " + delivery.to.topic(), () -> delivery.to.deliver(delivery.data));
        }
    }
}
