package org.multisynq4j.model;

import java.util.List;
import java.util.Optional;

/**
 * What a model asks of the machine that runs it. For the engine only; model code uses {@link Model}.
 *
 * <p>Exactly one host is <i>current</i> on a thread while it executes model code; a model belongs to the host that was current when it was constructed.
 */
public abstract class ModelHost {
    private static final ThreadLocal<ModelHost> CURRENT = new ThreadLocal<>();

    /** For the engine. */
    protected ModelHost() {}

    /** The host executing model code on this thread, if any. */
    static Optional<ModelHost> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    boolean isCurrent() {
        return CURRENT.get() == this;
    }

    /** Makes this host current; returns what {@link #exit} needs. */
    protected final ModelHost enter() {
        ModelHost before = CURRENT.get();
        if (before != null && before != this) {
            throw new IllegalStateException("model code of one session was entered from model code of another");
        }
        CURRENT.set(this);
        return before;
    }

    /** Ends what {@link #enter} began. */
    protected final void exit(ModelHost before) {
        if (before == null) {
            CURRENT.remove();
        }
    }

    /** Gives a new model its id. */
    protected static void adopt(Model model, String id) {
        Model.adopt(model, id);
    }

    /** Runs the model's {@code init}. */
    protected static void initialize(Model model, Options options, Persisted persisted) {
        model.init(options, persisted);
    }

    /** Runs the model's {@code start}. */
    protected static void startUp(Model model) {
        model.start();
    }

    protected abstract <M extends Model> M create(Class<M> type, Options options, Persisted persisted);

    protected abstract Options optionsOf(Object value);

    protected abstract void destroy(Model model);

    /** False after it was destroyed. */
    protected static boolean isAlive(Model model) {
        return Model.isAlive(model);
    }

    /** Marks a model as destroyed. */
    protected static void retire(Model model) {
        Model.retire(model);
    }

    protected abstract String sessionId();

    protected abstract double now();

    protected abstract List<ViewInfo> views();

    protected abstract int viewCount();

    protected abstract double random();

    protected abstract int randomBelow(int bound);

    protected abstract String generateId();

    protected abstract FutureMessage schedule(Model owner, double delayMs, Action action);

    protected abstract <T> FutureMessage schedule(Model owner, double delayMs, Handler<T> handler, T value);

    protected abstract FutureMessage repeat(Model owner, double periodMs, Action action);

    protected abstract void cancelFutures(Model owner);

    protected abstract Subscription subscribe(Model owner, String scope, String event, Handler<?> handler);

    protected abstract Subscription subscribeAll(Model owner, String scope, Handler<Event> handler);

    protected abstract void unsubscribe(Model owner, String scope, String event);

    protected abstract void unsubscribeAll(Model owner);

    protected abstract void publish(String scope, String event, Object data);

    protected abstract Optional<Event> activeEvent();

    protected abstract void nameModel(Model model, String name);

    protected abstract Optional<Model> wellKnown(String name);

    protected abstract Optional<Model> model(String id);

    protected abstract void persist(Collector<?> collector);

    protected abstract void allowOverwrite();

    protected abstract void log(Model model, String text);
}
