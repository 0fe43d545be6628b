package org.multisynq4j.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The base class of everything replicated. A subclass's non-static, non-{@code transient} fields of any visibility are its state; its methods run identically
 * for every participant.
 *
 * <p>A subclass needs a no-argument constructor (any visibility) and is created with {@link #create}, never with {@code new}. All methods here may be called
 * only from model code, while the session executes it; from a view they throw {@link IllegalStateException}. Use after {@link #destroy} throws, naming id and
 * class.
 */
public abstract class Model {
    private final transient ModelHost host;
    private String id = "";
    private boolean destroyed;

    /** Called by the engine. Do not create or look up anything here; use {@link #init}. */
    protected Model() {
        host = ModelHost.current()
                .orElseThrow(() -> new IllegalStateException(getClass().getName()
                        + " was made with new outside model code; use create(X.class) in a model"));
    }

    // Static, for TeaVM takes a method of a subclass with the same name for an override, whatever the packages; models
    // may well
    // have an isAlive of their own.

    static void adopt(Model model, String id) {
        model.id = id;
    }

    static boolean isAlive(Model model) {
        return !model.destroyed;
    }

    static void retire(Model model) {
        model.destroyed = true;
    }

    private ModelHost host() {
        if (!host.isCurrent()) {
            throw new IllegalStateException(getClass().getName() + " " + id
                    + ": this may be called only from model code; a view publishes an event instead");
        }
        if (destroyed) {
            throw new IllegalStateException(
                    getClass().getName() + " " + id + " was destroyed and can no longer be used");
        }
        return host;
    }

    // ---- life cycle

    /**
     * Sets up a new model: once, never after a restore from a snapshot.
     *
     * @param options the session's options for the root model, else what {@link #create} was given
     * @param persisted data saved by an earlier version of the code; see {@link Persisted}
     */
    protected void init(Options options, Persisted persisted) {}

    /**
     * Rebuilds {@code transient} fields: runs after {@link #init} and after every restore, on each participant at different times. Must not change the
     * replicated state, publish, schedule or draw random numbers.
     */
    protected void start() {}

    /** Makes a model: gives it an id, registers it for snapshots, calls its {@code init}. */
    protected final <M extends Model> M create(Class<M> type) {
        return host().create(type, Options.none(), Persisted.none());
    }

    /** Makes a model with options: a record, a map or any object of the application. */
    protected final <M extends Model> M create(Class<M> type, Object options) {
        ModelHost h = host();
        return h.create(type, h.optionsOf(options), Persisted.none());
    }

    /** Makes a model with options and saved data of its own, as sub-documents need. */
    protected final <M extends Model> M create(Class<M> type, Object options, Persisted persisted) {
        ModelHost h = host();
        return h.create(type, h.optionsOf(options), persisted);
    }

    /** Makes a model from saved data of its own. */
    protected final <M extends Model> M create(Class<M> type, Persisted persisted) {
        return host().create(type, Options.none(), persisted);
    }

    /** Ends this model: its subscriptions, pending futures and well-known names are removed. */
    public void destroy() {
        host().destroy(this);
    }

    // ---- who and when

    /** Unique in the session, the same for every participant. */
    public final String id() {
        return id;
    }

    /** The session's id: 43 characters of base64url. Also the scope of {@code view-join} and {@code view-exit}. */
    public final String sessionId() {
        return host.sessionId();
    }

    /** Teatime in ms since the session began; constant while one message runs. */
    public final double now() {
        return host.now();
    }

    /** How many participants are here. */
    public final int viewCount() {
        return host.viewCount();
    }

    /** Who is here, in order of arrival. */
    public final List<ViewInfo> views() {
        return host.views();
    }

    /** True while model code runs on this thread. */
    public static boolean isExecuting() {
        return ModelHost.current().isPresent();
    }

    // ---- chance

    /** The next replicated random number, 0 ≤ x &lt; 1, with 53 bits. */
    public final double random() {
        return host().random();
    }

    /** A replicated random integer, 0 ≤ x &lt; bound, without bias. */
    public final int random(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, but is " + bound);
        }
        return host().randomBelow(bound);
    }

    /** A replicated random integer, low ≤ x &lt; high, without bias. */
    public final int random(int low, int high) {
        if (low >= high || high - low <= 0) {
            throw new IllegalArgumentException(
                    "need low < high and at most 2^31-1 between, but got " + low + ", " + high);
        }
        return low + host().randomBelow(high - low);
    }

    /** A replicated random number of the normal distribution (mean 0, deviation 1; polar method). */
    public final double randomGaussian() {
        ModelHost h = host();
        while (true) {
            double x = 2 * h.random() - 1;
            double y = 2 * h.random() - 1;
            double s = x * x + y * y;
            if (s < 1 && s != 0) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /** Shuffles in place, every order equally likely (Fisher–Yates). */
    public final void shuffle(List<?> list) {
        ModelHost h = host();
        for (int i = list.size(); i > 1; i--) {
            swap(list, i - 1, h.randomBelow(i));
        }
    }

    private static <T> void swap(List<T> list, int i, int j) {
        T held = list.get(i);
        list.set(i, list.get(j));
        list.set(j, held);
    }

    /** A short new id: unique in the session, and practically unique among all sessions. */
    public final String generateId() {
        return host().generateId();
    }

    // ---- later

    /**
     * Runs the action {@code delayMs} of teatime from now (0: after the current message, at the same time).
     *
     * @throws IllegalArgumentException if the delay is negative or not a number
     */
    public final FutureMessage future(double delayMs, Action action) {
        return host().schedule(this, requireDelay(delayMs), action);
    }

    /** As {@link #future(double, Action)}. */
    public final FutureMessage future(Duration delay, Action action) {
        return future(delay.toNanos() / 1e6, action);
    }

    /** Runs the handler with the value later; the value becomes part of the replicated state until then. */
    public final <T> FutureMessage future(double delayMs, Handler<T> handler, T value) {
        return host().schedule(this, requireDelay(delayMs), handler, value);
    }

    /**
     * Runs the action every {@code periodMs} of teatime, first after one period, until cancelled or the model is destroyed; also after it threw.
     *
     * @throws IllegalArgumentException if the period is not positive
     */
    public final FutureMessage every(double periodMs, Action action) {
        if (!(periodMs > 0) || periodMs == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a period must be positive, but is " + periodMs);
        }
        return host().repeat(this, periodMs, action);
    }

    /** Cancels everything this model has scheduled, repeating or not. */
    public final void cancelAllFutures() {
        host().cancelFutures(this);
    }

    private static double requireDelay(double delayMs) {
        if (!(delayMs >= 0) || delayMs == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a delay must be 0 or more ms, but is " + delayMs);
        }
        return delayMs;
    }

    // ---- events

    /** Calls the handler for each event of that name in that scope, in subscription order, at once when a model publishes it. */
    public final <T> Subscription subscribe(String scope, String event, Handler<T> handler) {
        return host().subscribe(this, Topic.requireScope(scope), Topic.requireEvent(event), handler);
    }

    /** As above, with a typed topic; a handler given data of another type fails with a reported ClassCastException. */
    public final <T> Subscription subscribe(Topic<T> topic, Handler<T> handler) {
        return host().subscribe(this, topic.scope(), topic.event(), handler);
    }

    /** As above for an event that carries nothing, or whose data does not matter. */
    public final Subscription subscribe(String scope, String event, Action action) {
        return host().subscribe(this, Topic.requireScope(scope), Topic.requireEvent(event), ignored -> action.run());
    }

    /** The topic's event in another scope. */
    public final <T> Subscription subscribe(Topic<T> topic, String scope, Handler<T> handler) {
        return subscribe(topic.in(scope), handler);
    }

    /** Every event of a scope ({@code "*"}: of all scopes); runs before the specific handlers. */
    public final Subscription subscribeAll(String scope, Handler<Event> handler) {
        return host().subscribeAll(this, scope.equals("*") ? scope : Topic.requireScope(scope), handler);
    }

    /** Ends this model's subscriptions to one event. */
    public final void unsubscribe(String scope, String event) {
        host().unsubscribe(this, scope, event);
    }

    /** Ends all subscriptions of this model. */
    public final void unsubscribeAll() {
        host().unsubscribeAll(this);
    }

    /**
     * Publishes to models, at once and depth first, and then to the views of this participant. Pass nothing by leaving {@code data} out.
     *
     * @param data must not be changed afterwards; models and views receive the same object
     */
    public final void publish(String scope, String event, Object data) {
        host().publish(Topic.requireScope(scope), Topic.requireEvent(event), data);
    }

    /** Publishes an event that carries nothing. */
    public final void publish(String scope, String event) {
        host().publish(Topic.requireScope(scope), Topic.requireEvent(event), null);
    }

    /** Publishes to a typed topic. */
    public final <T> void publish(Topic<T> topic, T data) {
        host().publish(topic.scope(), topic.event(), data);
    }

    /** The event being handled; empty in {@code init} and in a future message. */
    public final Optional<Event> activeEvent() {
        return host().activeEvent();
    }

    /**
     * The authenticated view id of the participant whose message is being handled.
     *
     * @throws IllegalStateException if no participant's message is being handled
     */
    public final String activeSender() {
        return host().activeEvent()
                .flatMap(Event::sender)
                .orElseThrow(() -> new IllegalStateException(
                        "activeSender() was called outside the handling of a participant's event"));
    }

    // ---- names

    /** Makes this model available under a name, replacing whoever had it. The root model is {@code modelRoot}. */
    public final void beWellKnownAs(String name) {
        host().nameModel(this, name);
    }

    /** The model known by that name. */
    public final Optional<Model> wellKnownModel(String name) {
        return host.wellKnown(name);
    }

    /**
     * The model known by that name.
     *
     * @throws IllegalStateException if there is none or it is of another class
     */
    public final <M extends Model> M wellKnownModel(String name, Class<M> type) {
        Model found = host.wellKnown(name)
                .orElseThrow(() -> new IllegalStateException("no model is known as \"" + name + "\""));
        if (!type.isInstance(found)) {
            throw new IllegalStateException("the model known as \"" + name + "\" is a "
                    + found.getClass().getName() + ", not a " + type.getName());
        }
        return type.cast(found);
    }

    /** The root model. */
    public final <M extends Model> M root(Class<M> type) {
        return wellKnownModel("modelRoot", type);
    }

    /** The living model with that id, if it is of that class. */
    public final <M extends Model> Optional<M> getModel(String modelId, Class<M> type) {
        return host.model(modelId).filter(type::isInstance).map(type::cast);
    }

    // ---- data that survives code changes

    /**
     * Saves what the collector returns, so that a session with changed code starts from it (see {@link Persisted}).
     *
     * <p>The collector is called when the save is due: at the end of the current instant for the first save, at most once per 25 s of teatime after that.
     * Unchanged data is not sent. During {@link #init} the data is only remembered as unchanged. Refused after a failed load until {@link #allowOverwrite}.
     */
    public final void persistSession(Collector<?> collector) {
        host().persist(collector);
    }

    /** Allows saving again after loading persistent data failed. */
    public final void allowOverwrite() {
        host().allowOverwrite();
    }

    /** Writes a line to this participant's log (console in a browser), with teatime and the model's id. */
    public final void log(String text) {
        host.log(this, text);
    }
}
