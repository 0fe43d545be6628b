package org.multisynq4j.client.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.SessionState;
import org.multisynq4j.client.Traffic;
import org.multisynq4j.client.browser.dock.DockModel;
import org.multisynq4j.client.browser.dock.DockParticipant;
import org.multisynq4j.client.browser.dock.DockState;
import org.multisynq4j.client.browser.dock.Moniker;
import org.multisynq4j.client.error.WrongPasswordException;
import org.multisynq4j.model.ViewInfo;
import org.teavm.jso.JSBody;

/** A session as the dock wants it. Outlives the session: {@link #follow} turns it to the next one. */
final class SessionDock implements DockModel {
    private final Function<String, Optional<String>> names;
    private final String target;
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<Session> session = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private boolean preparing;

    /** @param names what the application calls the participant with a view id, if it knows */
    SessionDock(Function<String, Optional<String>> names, String target) {
        this.names = names;
        this.target = target;
    }

    /** Shows this session from now on. */
    void follow(Session next) {
        preparing = false;
        session = Optional.of(next);
        refusal = Optional.empty();
        next.onProgress(progress -> changed(next));
        next.onState(state -> changed(next));
        next.onParticipants(() -> changed(next));
        // A session that ends by an error says LEFT first and why afterwards.
        next.onError(error -> changed(next));
        changed();
    }

    /** Shows that keys are being derived; done at {@link #follow} or {@link #refused}. */
    void preparing() {
        session = Optional.empty();
        refusal = Optional.empty();
        preparing = true;
        changed();
    }

    /** Shows that there is no session and why. */
    void refused(String why) {
        preparing = false;
        session = Optional.empty();
        refusal = Optional.of(why);
        changed();
    }

    private void changed(Session source) {
        if (session.filter(current -> current == source).isPresent()) {
            changed();
        }
    }

    void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public String sessionId() {
        return session.map(Session::id).orElse("");
    }

    @Override
    public String sessionName() {
        return session.map(Session::name).orElse("");
    }

    @Override
    public String shareUrl() {
        return App.sessionUrl();
    }

    @Override
    public DockState state() {
        if (session.isEmpty()) {
            return refusal.isPresent() ? DockState.FAILED : preparing ? DockState.CHECKING_PASSWORD : DockState.JOINING;
        }
        return switch (session.get().state()) {
            case JOINING -> isOnline() ? DockState.JOINING : DockState.OFFLINE;
            case CATCHING_UP -> DockState.CATCHING_UP;
            case LIVE -> DockState.LIVE;
            case RECONNECTING -> isOnline() ? DockState.RECONNECTING : DockState.OFFLINE;
            case DORMANT -> DockState.DORMANT;
            case LEFT -> ending(session.get());
        };
    }

    private static DockState ending(Session session) {
        if (session.problem().isEmpty()) {
            return DockState.LEFT;
        }
        return session.problem().get() instanceof WrongPasswordException ? DockState.WRONG_PASSWORD : DockState.FAILED;
    }

    @Override
    public double progress() {
        return session.map(s -> s.progress().fraction()).orElse(0.0);
    }

    @Override
    public String loading() {
        return session.map(s -> s.progress().loadingText()).orElse("");
    }

    @Override
    public Optional<String> problem() {
        return refusal.or(() -> session.filter(s -> s.state() == SessionState.LEFT)
                .flatMap(Session::problem)
                .map(Throwable::getMessage));
    }

    @Override
    public List<DockParticipant> participants() {
        List<DockParticipant> all = new ArrayList<>();
        session.ifPresent(current -> {
            for (ViewInfo view : current.participants()) {
                all.add(new DockParticipant(label(view), view.viewId().equals(current.viewId())));
            }
        });
        return all;
    }

    private String label(ViewInfo view) {
        return names.apply(view.viewId()).orElseGet(() -> view.viewData()
                .filter(String.class::isInstance)
                .map(Object::toString)
                .orElseGet(() -> Moniker.of(view.viewId()).word()));
    }

    @Override
    public OptionalDouble latencyMs() {
        return session.map(current -> current.latency().last()).orElse(OptionalDouble.empty());
    }

    @Override
    public double backlogMs() {
        return session.map(Session::backlog).orElse(0.0);
    }

    @Override
    public long traffic() {
        return session.map(current -> {
                    Traffic traffic = current.traffic();
                    return traffic.sentChars() + traffic.receivedChars();
                })
                .orElse(0L);
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public Promise<byte[]> export(Consumer<Double> progress) {
        return session.map(live -> live.exportTelling(progress))
                .orElseGet(() -> Promise.failed(new IllegalStateException("there is no session")));
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @JSBody(script = "return navigator.onLine !== false;")
    private static native boolean isOnline();
}
