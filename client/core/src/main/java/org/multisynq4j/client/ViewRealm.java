package org.multisynq4j.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.multisynq4j.client.control.Controller;
import org.multisynq4j.client.error.ViewFailureException;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.model.Model;
import org.multisynq4j.vm.StackGuard;
import org.multisynq4j.vm.VirtualMachine;

/** The life of one root view and all views made beside it: from when the replica is up to date until it is given up. */
final class ViewRealm {
    private static final ThreadLocal<ViewRealm> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<List<ViewRealm>> ALL = ThreadLocal.withInitial(ArrayList::new);

    private final Session session;
    private final Controller controller;
    private final VirtualMachine machine;
    private final String viewId;
    private final Clock clock;
    private final ViewEvents events = new ViewEvents(this::guarded);
    private final List<View> views = new ArrayList<>();
    private final List<View> uninitialized = new ArrayList<>();
    private Optional<View> root = Optional.empty();
    private boolean ended;

    ViewRealm(Session session, Controller controller, VirtualMachine machine, String viewId, Clock clock) {
        this.session = session;
        this.controller = controller;
        this.machine = machine;
        this.viewId = viewId;
        this.clock = clock;
        ALL.get().add(this);
    }

    /** The realm a new view of this model belongs to: the one whose code is running, or the session of the model. */
    static ViewRealm of(Model model) {
        ViewRealm current = CURRENT.get();
        if (current != null) {
            return current;
        }
        ViewRealm found = null;
        for (ViewRealm realm : ALL.get()) {
            if (realm.machine.rootModel() == model) {
                return realm;
            }
            if (realm.session.id().equals(model.sessionId())) {
                found = realm;
            }
        }
        if (found == null) {
            throw new IllegalStateException(
                    "a view was made for a model whose session has no view here; make views in the view of a live session");
        }
        return found;
    }

    /** Makes the root view. */
    void makeRoot(Supplier<View> factory) {
        guarded("making the root view", () -> {
            View made = factory.get();
            root = Optional.of(made);
        });
    }

    /** Everything ends: views are detached, nothing is delivered any more. */
    void end() {
        guarded("detaching", () -> {
            for (View view : List.copyOf(views)) {
                view.detach();
            }
        });
        ended = true;
        ALL.get().remove(this);
    }

    void add(View view) {
        views.add(view);
        uninitialized.add(view);
        if (CURRENT.get() == null) {
            clock.schedule(0, () -> guarded("init", () -> {}));
        }
    }

    void remove(View view) {
        views.remove(view);
        uninitialized.remove(view);
        events.removeIf(subscription -> subscription.owner() == view);
    }

    /** Runs view code with this realm current; afterwards views made in it are initialised. */
    void guarded(String what, Runnable code) {
        if (ended) {
            return;
        }
        ViewRealm before = CURRENT.get();
        CURRENT.set(this);
        try {
            attempt(what, code);
            while (!uninitialized.isEmpty()) {
                View view = uninitialized.remove(0);
                attempt(view.getClass().getName() + ".init", view::init);
            }
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    private void attempt(String what, Runnable code) {
        try {
            StackGuard.run(code);
        } catch (RuntimeException | StackOverflowError | InternalError | AssertionError e) {
            session.report(new ViewFailureException(what + " failed: " + e, e));
        }
    }

    void deliver(boolean frame, double frameTimeMs, boolean synced) {
        events.deliver(frame, synced);
        if (frame) {
            root.filter(View::isAttached)
                    .ifPresent(view -> guarded(view.getClass().getName() + ".update", () -> view.update(frameTimeMs)));
        }
    }

    /** Also published as event {@code synced} in the scope of the view id. */
    void synced(boolean isSynced) {
        root.filter(View::isAttached)
                .ifPresent(view -> guarded(view.getClass().getName() + ".onSynced", () -> view.onSynced(isSynced)));
        publish(viewId, "synced", isSynced);
    }

    /** From a view: to models if one of them listens, and to this participant's own views. */
    void publish(String scope, String event, Object data) {
        session.publishing(scope, event);
        if (machine.isSubscribed(scope, event)) {
            controller.publish(scope, event, data);
        }
        events.publishLocally(scope + ":" + event, data);
    }

    ViewEvents events() {
        return events;
    }

    Session session() {
        return session;
    }

    VirtualMachine machine() {
        return machine;
    }

    String viewId() {
        return viewId;
    }

    Clock clock() {
        return clock;
    }

    Optional<View> root() {
        return root;
    }
}
