package org.multisynq4j.client;

import java.util.Optional;
import org.multisynq4j.client.control.ControllerListener;
import org.multisynq4j.client.control.SessionLog;
import org.multisynq4j.client.control.SessionPlan;
import org.multisynq4j.client.error.DivergenceException;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.vm.VirtualMachine;

/** The side of a session that views and listeners see: makes and ends the views, and passes on what the controller tells. */
final class ViewSide implements ControllerListener {
    private final Session session;
    private final SessionPlan plan;
    private final JoinFields fields;
    private final SessionLog log;
    private final SessionListeners listeners;
    private final Promise<Session> joined = new Promise<>();
    private Optional<ViewRealm> realm = Optional.empty();
    private Optional<SessionException> problem = Optional.empty();
    private JoinProgress progress = JoinProgress.NONE;

    ViewSide(Session session, SessionPlan plan, JoinFields fields, SessionLog log) {
        this.session = session;
        this.plan = plan;
        this.fields = fields;
        this.log = log;
        listeners = new SessionListeners(log);
    }

    SessionListeners listeners() {
        return listeners;
    }

    /** Resolves with the first view. */
    Promise<Session> joined() {
        return joined;
    }

    JoinProgress progress() {
        return progress;
    }

    /** What ended the session. */
    Optional<SessionException> problem() {
        return problem;
    }

    /** The views, while there are any. */
    Optional<ViewRealm> realm() {
        return realm;
    }

    @Override
    public void stateChanged(SessionState state) {
        listeners.state(state);
    }

    @Override
    public void progressed(JoinProgress news) {
        progress = news;
        listeners.progress(fields.onProgress, news);
    }

    @Override
    public void viewWanted(VirtualMachine machine, String viewId) {
        ViewRealm made = new ViewRealm(
                session, session.controller(), machine, viewId, plan.platform().clock());
        realm = Optional.of(made);
        if (fields.view != null) {
            made.makeRoot(() -> fields.view.apply(machine.rootModel()));
        }
        joined.resolve(session);
    }

    @Override
    public void viewEnded() {
        Optional<ViewRealm> ending = realm;
        realm = Optional.empty();
        ending.ifPresent(ViewRealm::end);
    }

    @Override
    public boolean published(String scope, String event, Optional<Object> data) {
        return realm.map(r -> r.events().noteModelEvent(scope + ":" + event, data.orElse(null)))
                .orElse(false);
    }

    @Override
    public void deliverImmediate() {
        realm.ifPresent(r -> r.events().deliverImmediate());
    }

    @Override
    public void simulated(boolean frame, double frameTimeMs, boolean synced) {
        realm.ifPresent(r -> r.deliver(frame, frameTimeMs, synced));
    }

    @Override
    public void syncedChanged(boolean synced) {
        realm.ifPresent(r -> r.synced(synced));
    }

    @Override
    public void participantsChanged() {
        // Told after this turn: the replica is executing, and listeners may look at the model.
        plan.platform().clock().schedule(0, () -> listeners.participants(session.participants()));
    }

    @Override
    public void ended(SessionException error) {
        problem = Optional.of(error);
        listeners.error(error);
        joined.fail(error);
    }

    @Override
    public void reported(SessionException error) {
        log.error(error.getMessage());
        listeners.error(error);
    }

    @Override
    public void diverged(Divergence divergence) {
        reported(new DivergenceException(DivergenceText.of(divergence)));
        listeners.divergence(divergence);
    }
}
