package org.multisynq4j.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.multisynq4j.client.control.Controller;
import org.multisynq4j.client.control.Imager;
import org.multisynq4j.client.control.RecordingMaker;
import org.multisynq4j.client.control.SessionLog;
import org.multisynq4j.client.control.SessionPlan;
import org.multisynq4j.client.error.LostConnectionException;
import org.multisynq4j.client.error.NotLiveException;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.client.shadow.ShadowLink;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.snapshot.StateHash;
import org.multisynq4j.vm.VirtualMachine;

/**
 * One participant in a session. Made by {@link #join} or {@link #begin}.
 *
 * <p>All methods are called on the session's thread, and all callbacks come on it.
 */
public final class Session {
    private final SessionPlan plan;
    private final JoinFields fields;
    private final SessionLog log;
    private final ViewSide views;
    private final Controller controller;
    private final SessionData data;

    private Session(SessionPlan plan, JoinFields fields) {
        this.plan = plan;
        this.fields = fields;
        log = new SessionLog(plan.platform().console(), plan.debug());
        data = new SessionData(plan, log);
        views = new ViewSide(this, plan, fields, log);
        controller = new Controller(plan, log, views, fields.shadow ? ShadowLink::new : Imager.Factory.NONE);
    }

    /**
     * Joins a session. Resolves when this participant is up to date and its view is made; fails with a {@link SessionException} that says what to do.
     */
    public static Promise<Session> join(Platform platform, Join<?> join) {
        return join.withPassword().flatMap(ready -> prepare(platform, ready)).flatMap(prepared -> prepared.begin()
                .joined());
    }

    /**
     * Checks a join and derives its keys, which takes up to seconds for a password that a person made up; where the platform can, not on this thread. Fails with a
     * {@link org.multisynq4j.client.error.JoinException} that has everything that is wrong with the join.
     */
    public static Promise<PreparedJoin> prepare(Platform platform, Join<?> join) {
        try {
            return JoinPlanner.prepare(platform, join).map(plan -> new PreparedJoin(plan, join.fields()));
        } catch (RuntimeException e) {
            return Promise.failed(e);
        }
    }

    /**
     * Begins to join: the session can be watched while it does. Keys are derived on this thread; where that would be felt, {@link #prepare} first.
     *
     * @throws org.multisynq4j.client.error.JoinException with everything that is wrong with the join
     */
    public static Session begin(Platform platform, Join<?> join) {
        return start(JoinPlanner.plan(platform, join), join.fields());
    }

    static Session start(SessionPlan plan, JoinFields fields) {
        Session session = new Session(plan, fields);
        Introduction.write(session.log, plan, fields);
        session.controller.start();
        return session;
    }

    /** Resolves when this participant is up to date for the first time; fails if the session ends before. */
    public Promise<Session> joined() {
        return views.joined();
    }

    // ---- what it is

    /** The session's id: of app, name, options and code. 43 characters of base64url. */
    public String id() {
        return plan.names().sessionId();
    }

    /** The id that stays the same when the code changes. */
    public String persistentId() {
        return plan.names().persistentId();
    }

    /** Hash of the model's code. */
    public String codeHash() {
        return plan.names().codeHash();
    }

    public String appId() {
        return plan.names().appId();
    }

    public String name() {
        return plan.names().name();
    }

    /** This participant's id; a new one after the view had to be given up. */
    public String viewId() {
        return controller.viewId();
    }

    /** {@code "wasm"}, {@code "js"} or {@code "jvm"}. */
    public String target() {
        return plan.platform().target();
    }

    /** How the ids came about, with all their inputs, for those who wonder why two participants do not meet. */
    public String explainId() {
        return Introduction.explainId(plan, fields);
    }

    /** What {@link Join#viewOptions} was given. */
    public Optional<Object> viewOptions() {
        return fields.viewOptions;
    }

    // ---- what it does

    public SessionState state() {
        return controller.state();
    }

    /** Called with each new state, until the last one. */
    public void onState(Consumer<SessionState> listener) {
        views.listeners().onState(listener);
    }

    /** How far joining, or joining again, has come. */
    public JoinProgress progress() {
        return views.progress();
    }

    /** Called whenever {@link #progress} has changed. */
    public void onProgress(Consumer<JoinProgress> listener) {
        views.listeners().onProgress(listener);
    }

    /** Why the session ended, if by an error. */
    public Optional<SessionException> problem() {
        return views.problem();
    }

    /** Called with everything that goes wrong; the session goes on unless its state is then LEFT. Also in the console. */
    public void onError(Consumer<SessionException> listener) {
        views.listeners().onError(listener);
    }

    /** Called when participants are found to have computed different states. */
    public void onDivergence(Consumer<Divergence> listener) {
        views.listeners().onDivergence(listener);
    }

    /** Called when somebody came or went; for displays (models have {@code view-join}). */
    public void onParticipants(Runnable listener) {
        views.listeners().onParticipants(here -> listener.run());
    }

    /** One step, for {@link StepMode#MANUAL}: simulates, delivers events, updates the view. */
    public void step(double frameTimeMs) {
        controller.step(frameTimeMs);
    }

    /** Leaves for good. */
    public void leave() {
        controller.leave();
        views.joined().fail(new LostConnectionException("the session was left before it was joined"));
    }

    // ---- model and view

    /**
     * The root model. Read it, never change it.
     *
     * @throws NotLiveException while there is none: before the session is joined, after it was left
     */
    public Model model() {
        return machine().rootModel();
    }

    /** The root model as its class. */
    public <M extends Model> M model(Class<M> type) {
        return type.cast(model());
    }

    /** The root view, if there is one now. */
    public Optional<View> view() {
        return views.realm().flatMap(ViewRealm::root);
    }

    /**
     * Publishes as a view would.
     *
     * @throws NotLiveException while there is no view side: before the session is live, after it was left
     */
    public void publish(String scope, String event, Object data) {
        views.realm()
                .orElseThrow(() -> new NotLiveException(
                        "event " + scope + ":" + event + " was not sent: the session is " + state()))
                .publish(scope, event, data);
    }

    /** Publishes an event that carries nothing. */
    public void publish(String scope, String event) {
        publish(scope, event, null);
    }

    /** Stores and fetches what is too large for events. For views; can be used while disconnected from the reflector, too. */
    public SessionData data() {
        return data;
    }

    // ---- how it is

    /** Who is here, in order of arrival. */
    public List<ViewInfo> participants() {
        return controller.machine().map(VirtualMachine::views).orElse(List.of());
    }

    /** Round trips of this participant's messages. */
    public Latency latency() {
        return controller.figures().latency();
    }

    public Traffic traffic() {
        return controller.figures().traffic();
    }

    /** By how many ms the model is behind the reflector. */
    public double backlog() {
        return controller.figures().backlog();
    }

    /** Messages of this participant that nobody has seen yet. */
    public int unsent() {
        return controller.figures().unsent();
    }

    /** Whether this replica keeps up. */
    public boolean isSynced() {
        return controller.figures().isSynced();
    }

    /** Teatime of the model in ms; 0 while there is none. */
    public double now() {
        return controller.machine().map(VirtualMachine::time).orElse(0.0);
    }

    /** The last executed message, unsigned; 0 while there is no model. */
    public long seq() {
        return controller.machine().map(machine -> machine.seq() & 0xFFFFFFFFL).orElse(0L);
    }

    /** The reflector's latest time in ms. */
    public double externalNow() {
        return controller.figures().externalNow();
    }

    /** What the reflector's time should be by now in ms. */
    public double extrapolatedNow() {
        return controller.figures().extrapolatedNow();
    }

    /** The running hash over everything executed; equal for all participants who have executed all that is due at one time and sequence number. Costs nothing. */
    public String traceHash() {
        return machine().traceHash();
    }

    /**
     * Hash of the whole state of the model; equal for all participants who have executed the same, which {@link #traceHash} tells. At one time and sequence number that may differ
     * for the moment between a message and what it scheduled for the same time. Costs a serialisation.
     */
    public String stateHash() {
        return StateHash.of(machine().snapshot());
    }

    /** Asks everybody to vote and one to store a snapshot, now. At most one in 5 s of teatime. */
    public void forceSnapshot() {
        controller.forceSnapshot();
    }

    /**
     * This session so far as one sealed file, which {@code multisynq4j-server.jar replay} and tests run again (docs/protocol.md, Recording). It begins where this
     * participant's replica began, or at the newest snapshot if that is too long ago. Can be asked for after the session ended, too. The state is encoded in slices of 4 ms; the model
     * stands still meanwhile, the page does not.
     */
    public Promise<byte[]> export() {
        return exportTelling(fraction -> {});
    }

    /** As {@link #export}; {@code progress} is told fractions from 0 to 1. */
    public Promise<byte[]> exportTelling(Consumer<Double> progress) {
        return controller.recording(progress);
    }

    /**
     * A session as the server has it now, as {@link #export} gives it, without taking part: nobody in the session is told. Fails with {@link
     * org.multisynq4j.client.error.UnknownSessionException} if there is none, and as {@link #join} does.
     */
    public static Promise<byte[]> observe(Platform platform, Join<?> join) {
        return join.withPassword().flatMap(ready -> new RecordingMaker(JoinPlanner.plan(platform, ready)).observe());
    }

    private VirtualMachine machine() {
        return controller
                .machine()
                .orElseThrow(() -> new NotLiveException("the session has no model now: it is " + state()
                        + ". Wait for Session.joined(), and look at state() before using the model."));
    }

    // ---- for views

    Controller controller() {
        return controller;
    }

    void report(SessionException error) {
        views.reported(error);
    }

    void subscribing(Class<?> view, String topic) {
        log.debug(Debug.SUBSCRIBE, () -> view.getName() + " subscribes to " + topic);
    }

    void publishing(String scope, String event) {
        log.debug(Debug.PUBLISH, () -> "view publishes " + scope + ":" + event);
    }
}
