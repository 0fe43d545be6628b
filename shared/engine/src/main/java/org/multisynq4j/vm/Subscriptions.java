package org.multisynq4j.vm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multisynq4j.model.Handler;
import org.multisynq4j.model.Model;
import org.multisynq4j.snapshot.Stored;

/**
 * Who listens to what, in subscription order.
 *
 * <p>Lists are replaced, never changed, so that a publish can walk the list it found while handlers subscribe and cancel.
 */
final class Subscriptions implements Stored {
    private static final List<TopicSubscription> NONE = List.of();

    private final Map<String, ArrayList<TopicSubscription>> byTopic = new LinkedHashMap<>();
    /** Generic subscriptions; their topic is {@code scope + ":*"} or {@code "*:*"}. */
    private ArrayList<TopicSubscription> generic = new ArrayList<>();

    static String topic(String scope, String event) {
        return scope + ":" + event;
    }

    TopicSubscription add(Model owner, String topic, Handler<?> handler) {
        TopicSubscription added = new TopicSubscription(this, owner, topic, handler);
        byTopic.put(topic, with(byTopic.get(topic), added));
        return added;
    }

    TopicSubscription addGeneric(Model owner, String scope, Handler<?> handler) {
        TopicSubscription added = new TopicSubscription(this, owner, topic(scope, "*"), handler);
        generic = with(generic, added);
        return added;
    }

    /** The handlers of one topic; the list never changes. */
    List<TopicSubscription> of(String topic) {
        List<TopicSubscription> found = byTopic.get(topic);
        return found == null ? NONE : found;
    }

    List<TopicSubscription> generic() {
        return generic;
    }

    boolean has(String topic) {
        return byTopic.containsKey(topic);
    }

    void remove(TopicSubscription gone) {
        ArrayList<TopicSubscription> list = byTopic.get(gone.topic());
        if (list != null && list.contains(gone)) {
            ArrayList<TopicSubscription> rest = without(list, gone);
            if (rest.isEmpty()) {
                byTopic.remove(gone.topic());
            } else {
                byTopic.put(gone.topic(), rest);
            }
        } else {
            generic = without(generic, gone);
        }
    }

    void removeAll(Model owner, String topic) {
        for (TopicSubscription each : of(topic)) {
            if (each.owner() == owner) {
                each.cancel();
            }
        }
    }

    void removeAll(Model owner) {
        for (String topic : new ArrayList<>(byTopic.keySet())) {
            removeAll(owner, topic);
        }
        for (TopicSubscription each : generic) {
            if (each.owner() == owner) {
                each.cancel();
            }
        }
    }

    private static ArrayList<TopicSubscription> with(ArrayList<TopicSubscription> list, TopicSubscription added) {
        ArrayList<TopicSubscription> copy = list == null ? new ArrayList<>(1) : new ArrayList<>(list);
        copy.add(added);
        return copy;
    }

    private static ArrayList<TopicSubscription> without(ArrayList<TopicSubscription> list, TopicSubscription gone) {
        ArrayList<TopicSubscription> copy = new ArrayList<>(list);
        copy.remove(gone);
        return copy;
    }
}
