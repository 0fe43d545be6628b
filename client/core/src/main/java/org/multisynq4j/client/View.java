package org.multisynq4j.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Topic;

/**
 * What one person sees. Reads the model freely, changes it only by publishing events.
 *
 * <p>The root view is made by {@code Join.view} when the session is live, detached when it ends or the connection was lost for longer than the rejoin limit, and
 * made anew after that. Everything runs on the session's thread; an exception is reported to {@link Session#onError} and ends nothing.
 */
public abstract class View {
    private final ViewRealm realm;
    private final Model model;
    private final List<View> children = new ArrayList<>();
    private final List<Clock.Timer> timers = new ArrayList<>();
    private boolean attached = true;

    /**
     * A view of this model, detached with the root view at the latest.
     *
     * @throws IllegalStateException if the model's session has no view here
     */
    protected View(Model model) {
        this.model = model;
        realm = ViewRealm.of(model);
        realm.add(this);
    }

    /** A view of this model that is detached with its parent. */
    protected View(View parent, Model model) {
        this.model = model;
        realm = parent.realm;
        realm.add(this);
        parent.children.add(this);
    }

    // ---- life

    /** Runs once after construction: the place for subscriptions. */
    protected void init() {}

    /**
     * Runs on the root view with each animation frame, after all events were delivered.
     *
     * @param frameTime on the clock of {@code requestAnimationFrame}, in ms
     */
    protected void update(double frameTime) {}

    /** Runs on the root view when this replica begins or ceases to keep up with the session. */
    protected void onSynced(boolean synced) {}

    /** Ends this view and its children: subscriptions and timers. Override to remove what is shown, and call super. */
    public void detach() {
        if (!attached) {
            return;
        }
        for (View child : List.copyOf(children)) {
            child.detach();
        }
        attached = false;
        timers.forEach(Clock.Timer::cancel);
        timers.clear();
        realm.remove(this);
    }

    /** False once it was detached. */
    public final boolean isAttached() {
        return attached;
    }

    // ---- who

    /** This participant's id; the same for all its views. */
    public final String viewId() {
        return realm.viewId();
    }

    /** The session's id, which is also the scope of {@code view-join} and {@code view-exit}. */
    public final String sessionId() {
        return realm.session().id();
    }

    public final Session session() {
        return realm.session();
    }

    /** The model this view was made for. */
    public Model model() {
        return model;
    }

    /** The model known by that name. */
    public final Optional<Model> wellKnownModel(String name) {
        return realm.machine().wellKnownModel(name);
    }

    // ---- when

    /** Teatime of the model in ms. */
    public final double now() {
        return realm.machine().time();
    }

    /** The reflector's latest time in ms; the model may be behind it. */
    public final double externalNow() {
        return realm.session().externalNow();
    }

    /** What the reflector's time should be by now in ms; may jump back a little. */
    public final double extrapolatedNow() {
        return realm.session().extrapolatedNow();
    }

    /** By how many ms the model is behind the reflector. */
    public final double backlog() {
        return realm.session().backlog();
    }

    /** Runs the task once after this many ms of this participant's clock, unless the view is detached before. */
    public final void future(double delayMs, Runnable task) {
        Clock.Timer[] timer = new Clock.Timer[1];
        timer[0] = realm.clock().schedule(delayMs, () -> {
            timers.remove(timer[0]);
            if (attached) {
                realm.guarded("a future of " + getClass().getName(), task);
            }
        });
        timers.add(timer[0]);
    }

    /** A random number of this participant's own, 0 ≤ x &lt; 1. */
    public final double random() {
        return Math.random();
    }

    // ---- events

    /**
     * Publishes to the models of all participants, if one of them subscribes, and to this participant's own views.
     *
     * @throws org.multisynq4j.client.error.PayloadTooLargeException if the data is too long to send
     * @throws org.multisynq4j.client.error.RateExceededException if too much was published already
     */
    public final void publish(String scope, String event, Object data) {
        requireView("publish");
        realm.publish(requireScope(scope), event, data);
    }

    /** Publishes an event that carries nothing. */
    public final void publish(String scope, String event) {
        publish(scope, event, null);
    }

    /** Publishes to a typed topic. */
    public final <T> void publish(Topic<T> topic, T data) {
        publish(topic.scope(), topic.event(), data);
    }

    /** Calls the handler for each such event of models and of this participant's views, after the simulation of the step. */
    public final <T> ViewSubscription subscribe(String scope, String event, Consumer<T> handler) {
        return subscribe(scope, event, Handling.QUEUED, handler);
    }

    /** As above, when {@code handling} says. */
    @SuppressWarnings("unchecked") // a wrong type is reported as a ClassCastException of the handler
    public final <T> ViewSubscription subscribe(String scope, String event, Handling handling, Consumer<T> handler) {
        requireView("subscribe");
        ViewSubscription subscription =
                new ViewSubscription(this, requireScope(scope) + ":" + event, handling, (Consumer<Object>) handler);
        realm.events().add(subscription);
        realm.session().subscribing(getClass(), subscription.topic());
        return subscription;
    }

    /** For an event that carries nothing, or whose data does not matter. */
    public final ViewSubscription subscribe(String scope, String event, Runnable handler) {
        return subscribe(scope, event, Handling.QUEUED, ignored -> handler.run());
    }

    /** As above, when {@code handling} says. */
    public final ViewSubscription subscribe(String scope, String event, Handling handling, Runnable handler) {
        return subscribe(scope, event, handling, ignored -> handler.run());
    }

    /** For a typed topic. */
    public final <T> ViewSubscription subscribe(Topic<T> topic, Consumer<T> handler) {
        return subscribe(topic.scope(), topic.event(), Handling.QUEUED, handler);
    }

    /** For a typed topic, when {@code handling} says. */
    public final <T> ViewSubscription subscribe(Topic<T> topic, Handling handling, Consumer<T> handler) {
        return subscribe(topic.scope(), topic.event(), handling, handler);
    }

    /** Ends this view's subscriptions to one event. */
    public final void unsubscribe(String scope, String event) {
        String topic = scope + ":" + event;
        realm.events().removeIf(each -> each.owner() == this && each.topic().equals(topic));
    }

    /** Ends all subscriptions of this view. */
    public final void unsubscribeAll() {
        realm.events().removeIf(each -> each.owner() == this);
    }

    private void requireView(String what) {
        if (Model.isExecuting()) {
            throw new IllegalStateException(
                    "a view's " + what + " was called from model code, which runs for everybody;"
                            + " models and views talk by events only");
        }
        if (!attached) {
            throw new IllegalStateException(getClass().getName() + " is detached and can no longer " + what);
        }
    }

    private static String requireScope(String scope) {
        if (scope.isEmpty() || scope.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "a scope must not be empty or contain ':', but this one is \"" + scope + "\"");
        }
        return scope;
    }
}
