package org.multisynq4j.vm;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.model.Action;
import org.multisynq4j.model.Collector;
import org.multisynq4j.model.Event;
import org.multisynq4j.model.FutureMessage;
import org.multisynq4j.model.Handler;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.ModelHost;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.model.Subscription;
import org.multisynq4j.model.ViewInfo;

/** What models ask for, answered from the world. */
final class WorldHost extends ModelHost {
    private static final String ROOT_NAME = "modelRoot";

    private final VirtualMachine machine;
    private World world;
    private String idSuffix = "";
    /** While a snapshot is decoded or start() runs, the world must not change. */
    private boolean readOnly;

    WorldHost(VirtualMachine machine) {
        this.machine = machine;
    }

    void attach(World attached, String newIdSuffix) {
        world = attached;
        idSuffix = newIdSuffix;
    }

    /** Runs model code with this host current. */
    void execute(Runnable code) {
        ModelHost before = enter();
        try {
            code.run();
        } finally {
            exit(before);
        }
    }

    /** Calls start() on a model; it may read, not write. */
    void start(Model model) {
        boolean before = readOnly;
        readOnly = true;
        try {
            startUp(model);
        } finally {
            readOnly = before;
        }
    }

    void setReadOnly(boolean newReadOnly) {
        readOnly = newReadOnly;
    }

    private World writable() {
        if (readOnly || world == null) {
            throw new IllegalStateException(
                    "a constructor and start() run at different times for different participants, so they must not create,"
                            + " schedule, publish, subscribe, save or draw random numbers; do that in init()");
        }
        return world;
    }

    @Override
    protected <M extends Model> M create(Class<M> type, Options options, Persisted persisted) {
        World w = writable();
        M model = construct(type);
        String id = w.nextModelId();
        adopt(model, id);
        w.models().put(id, model);
        if (w.models().size() == 1 && w.names().isEmpty()) {
            w.names().put(ROOT_NAME, model);
        }
        w.trace().add(type.getName());
        machine.nested(type.getName() + ".init", () -> initialize(model, options, persisted));
        if (isAlive(model)) {
            start(model);
        }
        return model;
    }

    private <M extends Model> M construct(Class<M> type) {
        boolean before = readOnly;
        readOnly = true;
        try {
            Constructor<M> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    type.getName() + " needs a constructor without arguments; pass what it needs to init() as options",
                    e);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(
                    "the constructor of " + type.getName() + " failed: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName() + ", which may be abstract: " + e, e);
        } finally {
            readOnly = before;
        }
    }

    @Override
    protected Options optionsOf(Object value) {
        if (value instanceof Options options) {
            return options;
        }
        return value == null ? Options.none() : new ObjectOptions(value, machine.mapper());
    }

    @Override
    protected void destroy(Model model) {
        World w = writable();
        w.subscriptions().removeAll(model);
        w.queue().cancelAllOf(model);
        w.names().values().removeIf(named -> named == model);
        w.models().remove(model.id());
        w.trace().add("destroy " + model.id());
        retire(model);
    }

    @Override
    protected String sessionId() {
        return machine.settings().sessionId();
    }

    @Override
    protected double now() {
        return world == null ? 0 : world.time();
    }

    @Override
    protected List<ViewInfo> views() {
        return world.participants().list();
    }

    @Override
    protected int viewCount() {
        return world.participants().count();
    }

    @Override
    protected double random() {
        World w = writable();
        double drawn = w.random().nextDouble();
        w.trace().add(drawn);
        return drawn;
    }

    @Override
    protected int randomBelow(int bound) {
        World w = writable();
        int drawn = w.random().nextBelow(bound);
        w.trace().add(drawn);
        return drawn;
    }

    @Override
    protected String generateId() {
        return Integer.toString(writable().nextIdCount(), 36) + "-" + idSuffix;
    }

    @Override
    protected FutureMessage schedule(Model owner, double delayMs, Action action) {
        return add(new ActionMessage(owner, action), delayMs);
    }

    @Override
    protected <T> FutureMessage schedule(Model owner, double delayMs, Handler<T> handler, T value) {
        return add(new HandlerMessage<>(owner, handler, value), delayMs);
    }

    @Override
    protected FutureMessage repeat(Model owner, double periodMs, Action action) {
        return add(new RepeatingMessage(owner, action, periodMs), periodMs);
    }

    private FutureMessage add(ScheduledMessage message, double delayMs) {
        World w = writable();
        w.queue().add(message, w.time() + delayMs);
        return message;
    }

    @Override
    protected void cancelFutures(Model owner) {
        writable().queue().cancelAllOf(owner);
    }

    @Override
    protected Subscription subscribe(Model owner, String scope, String event, Handler<?> handler) {
        return told(writable().subscriptions().add(owner, Subscriptions.topic(scope, event), handler));
    }

    @Override
    protected Subscription subscribeAll(Model owner, String scope, Handler<Event> handler) {
        return told(writable().subscriptions().addGeneric(owner, scope, handler));
    }

    private Subscription told(TopicSubscription added) {
        machine.listener().subscribed(added.owner(), added.topic());
        return added;
    }

    @Override
    protected void unsubscribe(Model owner, String scope, String event) {
        writable().subscriptions().removeAll(owner, Subscriptions.topic(scope, event));
    }

    @Override
    protected void unsubscribeAll(Model owner) {
        writable().subscriptions().removeAll(owner);
    }

    @Override
    protected void publish(String scope, String event, Object data) {
        writable();
        machine.publishFromModel(scope, event, data);
    }

    @Override
    protected Optional<Event> activeEvent() {
        return machine.activeEvent();
    }

    @Override
    protected void nameModel(Model model, String name) {
        writable().names().put(name, model);
    }

    @Override
    protected Optional<Model> wellKnown(String name) {
        return Optional.ofNullable(world.names().get(name));
    }

    @Override
    protected Optional<Model> model(String id) {
        return Optional.ofNullable(world.models().get(id));
    }

    @Override
    protected void persist(Collector<?> collector) {
        writable().persistence().request(collector);
    }

    @Override
    protected void allowOverwrite() {
        writable().persistence().allowOverwrite();
    }

    @Override
    protected void log(Model model, String text) {
        machine.listener().logged(model.getClass().getName() + " " + model.id() + " @" + now() + ": " + text);
    }
}
