package org.multisynq4j.client.control;

import java.util.Optional;
import java.util.function.Consumer;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.JoinProgress;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.SessionState;
import org.multisynq4j.client.error.NotLiveException;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.vm.ParticipantMessage.Published;
import org.multisynq4j.vm.VirtualMachine;

/** One participant's way through a session: join, catch up, live, reconnect, sleep, leave. Passes the work to the parts. */
public final class Controller implements LinkListener, Synchronizer.User, KeeperHost, Healer.Host {
    /** So often in a row may what the reflector sends not fit before the session is given up. */
    static final int MAX_RESYNCS = 5;

    private final SessionPlan plan;
    private final SessionLog log;
    private final ControllerListener listener;
    private final Clock clock;
    private final Link link;
    private final JoinFrames joins;
    private final Teatime time;
    private final Sender sender;
    private final Figures figures;
    private final Reception reception;
    private final Synchronizer synchronizer;
    private final Keepers keepers;
    private final OwnView view;
    private final Stepper stepper;
    private final Steps steps;
    private final Recorder recorder = new Recorder();
    private final Healer healer;

    private SessionState state = SessionState.JOINING;
    private int resyncs;
    private int holds;
    private Clock.Timer rejoinTimer = () -> {};

    /** @param imagers who takes images of this participant's state */
    public Controller(SessionPlan plan, SessionLog log, ControllerListener listener, Imager.Factory imagers) {
        this.plan = plan;
        this.log = log;
        this.listener = listener;
        clock = plan.platform().clock();
        link = new Link(plan, log, this);
        time = new Teatime(clock, plan.tuning());
        Latencies latencies = new Latencies();
        sender = new Sender(plan, log, link, time, latencies);
        Simulator simulator = new Simulator(clock, plan.tuning());
        joins = new JoinFrames(plan);
        SessionPlan watched = plan.on(new WatchedPlatform(plan.platform(), recorder::fetched));
        SessionFiles files =
                new SessionFiles(plan.platform(), plan.keys(), plan.server().files());
        SnapshotFiles snapshots = new SnapshotFiles(
                watched.platform(),
                plan.keys(),
                plan.names().sessionId(),
                plan.server().files(),
                Pace.sharing(plan.platform()),
                SnapshotFiles.JOINING);
        healer = new Healer(plan, log, this);
        keepers = new Keepers(plan, log, files, snapshots, simulator, sender, this, imagers, healer);
        view = new OwnView(plan, listener);
        ReplicaEvents events = new ReplicaEvents(listener, keepers, sender, view, healer, this::isLive);
        synchronizer = new Synchronizer(
                plan,
                log,
                link,
                time,
                new Loader(watched, log, snapshots),
                Replica.beginning(plan, log, events),
                simulator,
                joins.checkWord(),
                this);
        stepper = new Stepper(plan, this);
        steps = new Steps(clock, plan.tuning(), listener, synchronizer, simulator, time, view, keepers, link, this);
        figures = new Figures(link, time, latencies, sender, synchronizer, steps.synced());
        reception = new Reception(
                log, link, joins, time, synchronizer, keepers.snapshots(), stepper, view, this, () -> resyncs = 0);
        time.onLocalTick(stepper::timeAdvanced);
    }

    // ---- for the session

    /** Connects. Everything else follows. */
    public void start() {
        sender.restart(view.id());
        plan.names().describe(log);
        log.debug(Debug.SESSION, "  viewId: " + view.id());
        link.connect();
        // While the server answers.
        joins.prepare();
        plan.platform().cache().prepare();
        stepper.start();
    }

    /** Leaves for good; what models asked to save and nobody stored yet goes on its way. */
    public void leave() {
        if (state != SessionState.LEFT) {
            log.debug(Debug.SESSION, "leaving");
            liveMachine().ifPresent(keepers.persistence()::leaving);
            end(CloseReason.LEAVE, "");
        }
    }

    public SessionState state() {
        return state;
    }

    @Override
    public String viewId() {
        return view.id();
    }

    /** The replica's machine; empty until the first SYNC was loaded, and after the session. */
    public Optional<VirtualMachine> machine() {
        return synchronizer.replica().map(Replica::machine);
    }

    public Figures figures() {
        return figures;
    }

    /** Sends a view's event to all models. */
    public void publish(String scope, String event, Object data) {
        Optional<VirtualMachine> machine = machine();
        if (machine.isEmpty() || !view.isUp()) {
            throw new NotLiveException("event " + scope + ":" + event + " was not sent: the session is " + state
                    + ". Publish from a view, which exists only while it is live.");
        }
        sender.publish(new Published(scope, event, machine.get().encodePayload(data)));
    }

    /** Asks everybody to vote on a snapshot now. */
    public void forceSnapshot() {
        liveMachine().ifPresent(machine -> keepers.snapshots().request(machine, 0));
    }

    /** This session so far as a file that can be replayed; sealed. While the state is encoded, in slices, the replica stands still. */
    public Promise<byte[]> recording(Consumer<Double> progress) {
        return new RecordingMaker(plan).make(recorder, time.external(), machine(), this::hold, progress);
    }

    /** One step by hand. */
    public void step(double frameTimeMs) {
        stepper.manual(frameTimeMs);
    }

    private Optional<VirtualMachine> liveMachine() {
        return isLive() ? machine() : Optional.empty();
    }

    // ---- the link

    @Override
    public ClientFrame.Join joinFrame() {
        return reception.joinFrame();
    }

    @Override
    public void frame(ServerFrame frame, String text) {
        reception.frame(frame, text);
    }

    @Override
    public void disconnected(int code, String reason, boolean retrying) {
        suspend();
        if (state == SessionState.LEFT) {
            return;
        }
        if (!retrying) {
            fail(Endings.closed(code, reason, plan));
            return;
        }
        if (state == SessionState.LIVE) {
            change(SessionState.RECONNECTING);
            rejoinWithin(synchronizer.timeline().isEmpty() ? 0 : plan.tuning().rejoinLimitMs());
        }
    }

    /** Without a connection nothing is sent, nothing ticks, nothing is caught up with. */
    private void suspend() {
        sender.close();
        time.pause();
        keepers.snapshots().disconnected();
        steps.synced().set(false);
        synchronizer.pause();
    }

    private void rejoinWithin(double limitMs) {
        rejoinTimer.cancel();
        if (limitMs <= 0) {
            startOver();
        } else {
            rejoinTimer = clock.schedule(limitMs, () -> {
                log.debug(Debug.SESSION, "rejoin timed out");
                startOver();
            });
        }
    }

    @Override
    public boolean goesOnAfter(String problem) {
        resyncs++;
        if (resyncs > MAX_RESYNCS) {
            fail(Endings.noProgress(problem, plan));
        }
        return state != SessionState.LEFT;
    }

    @Override
    public void unreachable() {
        fail(Endings.unreachable(plan));
    }

    @Override
    public void unanswered() {
        fail(Endings.noProgress("it does not answer JOIN with SYNC", plan));
    }

    // ---- synchronisation

    @Override
    public void accepted() {
        rejoinTimer.cancel();
    }

    @Override
    public void loading(ServerFrame.SyncHeader header) {
        recorder.begins(header.start(), header.timeline());
        change(state == SessionState.RECONNECTING ? SessionState.RECONNECTING : SessionState.CATCHING_UP);
    }

    @Override
    public void received(Message message) {
        recorder.received(message);
        keepers.snapshots().messageReceived(message);
    }

    @Override
    public void progressed(JoinProgress progress) {
        listener.progressed(progress);
    }

    @Override
    public void caughtUp() {
        VirtualMachine machine = machine().orElseThrow();
        log.debug(Debug.SESSION, () -> "fast-forwarded to " + machine.time() + " ms");
        change(SessionState.LIVE);
        view.want(machine);
        if (isLive()) {
            sender.open();
            keepers.live(machine);
            healer.caughtUp(machine);
            stepper.timeAdvanced();
        }
    }

    /** The view holds on to the replica's models, so it goes first. */
    @Override
    public void dropping() {
        view.end();
        keepers.reset();
    }

    /** Everything of this participant ends but the wish to take part: a new replica, a new view, and a new id unless the JOIN is already made. */
    @Override
    public void startOver() {
        synchronizer.drop();
        if (!link.isOpen()) {
            view.renew();
        }
        int dropped = sender.restart(view.id());
        if (dropped > 0) {
            log.warn(dropped + " events published while the connection was down were not sent: it took too long");
        }
    }

    @Override
    public void fail(SessionException problem) {
        log.error(problem.getMessage());
        end(CloseReason.CLIENT_ERROR, problem.getMessage());
        listener.ended(problem);
    }

    private void end(CloseReason reason, String why) {
        change(SessionState.LEFT);
        rejoinTimer.cancel();
        sender.close();
        time.pause();
        link.close(reason, why);
        stepper.stop();
        steps.synced().stop();
        synchronizer.drop();
        keepers.snapshots().imager().end();
    }

    private void change(SessionState next) {
        if (state != next) {
            state = next;
            log.debug(Debug.SESSION, () -> "state " + next);
            listener.stateChanged(next);
        }
    }

    // ---- steps

    /** One step; {@code frame}: views are to be updated. */
    void step(boolean frame, double frameTimeMs) {
        steps.step(frame, frameTimeMs);
    }

    /** The page is hidden for long: disconnect. */
    void sleep() {
        if (state == SessionState.LIVE || state == SessionState.RECONNECTING) {
            log.debug(Debug.SESSION, "dormant; disconnecting from reflector");
            liveMachine().ifPresent(keepers.persistence()::leaving);
            rejoinTimer.cancel();
            suspend();
            link.close(CloseReason.DORMANT, "");
            change(SessionState.DORMANT);
        }
    }

    /** The page is seen again. */
    void wake() {
        if (state == SessionState.DORMANT) {
            change(SessionState.RECONNECTING);
            link.connect();
        }
    }

    // ---- for the keepers

    @Override
    public void rejoin(String why) {
        if (isLive()) {
            synchronizer.drop();
            link.reconnect(why);
        }
    }

    @Override
    public ControllerListener listener() {
        return listener;
    }

    @Override
    public boolean isLive() {
        return state == SessionState.LIVE;
    }

    @Override
    public String timeline() {
        return synchronizer.timeline();
    }

    @Override
    public void hold(boolean hold) {
        holds += hold ? 1 : -1;
        boolean held = holds > 0;
        synchronizer.replica().ifPresent(replica -> replica.hold(held));
        if (!held) {
            stepper.timeAdvanced();
        }
    }

    @Override
    public boolean sendLive(ClientFrame frame) {
        return isLive() && link.send(frame);
    }
}
