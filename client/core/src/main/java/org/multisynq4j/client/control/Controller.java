package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.JoinProgress;
import org.multisynq4j.client.Latency;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.SessionState;
import org.multisynq4j.client.Traffic;
import org.multisynq4j.client.error.NotLiveException;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Payload;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.vm.ParticipantMessage.Published;
import org.multisynq4j.vm.VirtualMachine;

/** One participant's way through a session: join, catch up, live, reconnect, sleep, leave. Passes the work to the parts. */
public final class Controller implements LinkListener, Synchronizer.User, KeeperHost {
    /** So often in a row may what the reflector sends not fit before the session is given up. */
    static final int MAX_RESYNCS = 5;

    /** So long may work on snapshots hold the page's thread at a time. */
    private static final double SLICE_MS = 4;

    private final SessionPlan plan;
    private final SessionLog log;
    private final ControllerListener listener;
    private final Clock clock;
    private final Link link;
    private final Teatime time;
    private final Latencies latencies = new Latencies();
    private final Sender sender;
    private final JoinFrames joins;
    private final Synchronizer synchronizer;
    private final Keepers keepers;
    private final OwnView view;
    private final Stepper stepper;
    private final Steps steps;
    private final Recorder recorder = new Recorder();

    private SessionState state = SessionState.JOINING;
    private int resyncs;
    /** Whether this connection's challenge was answered: a signature costs time, so there is one each. */
    private boolean proved;

    private Clock.Timer rejoinTimer = () -> {};

    /** @param imagers who takes images of this participant's state */
    public Controller(SessionPlan plan, SessionLog log, ControllerListener listener, Imager.Factory imagers) {
        this.plan = plan;
        this.log = log;
        this.listener = listener;
        clock = plan.platform().clock();
        link = new Link(plan, log, this);
        time = new Teatime(clock, plan.tuning());
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
                SLICE_MS);
        keepers = new Keepers(plan, log, files, snapshots, simulator, sender, this, imagers);
        view = new OwnView(plan, listener);
        ReplicaEvents events = new ReplicaEvents(listener, keepers, sender, view, this::isLive);
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
        time.onLocalTick(stepper::timeAdvanced);
    }

    // ---- for the session

    /** Connects. Everything else follows. */
    public void start() {
        sender.restart(view.id());
        log.debug(
                Debug.SESSION,
                "session \"" + plan.names().appId() + "/" + plan.names().name() + "\":");
        log.debug(Debug.SESSION, "  sessionId: " + plan.names().sessionId());
        log.debug(Debug.SESSION, "  persistentId: " + plan.names().persistentId());
        log.debug(Debug.SESSION, "  codeHash: " + plan.names().codeHash());
        log.debug(Debug.SESSION, "  viewId: " + view.id());
        link.connect();
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

    public Latency latency() {
        return latencies.latency();
    }

    public Traffic traffic() {
        return link.traffic();
    }

    /** How many events nobody has seen yet. */
    public int unsent() {
        return sender.unsent();
    }

    public boolean isSynced() {
        return steps.synced().isSynced();
    }

    /** How far the reflector's time is known, in ms. */
    public double externalNow() {
        return time.external();
    }

    /** What the reflector's time should be now, in ms. */
    public double extrapolatedNow() {
        return time.extrapolated();
    }

    /** By how many ms the replica is behind. */
    public double backlog() {
        return machine()
                .map(machine -> Math.max(0, time.external() - machine.time()))
                .orElse(0.0);
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

    /** This session so far as a file that can be replayed; sealed. Encodes the state, which takes a while if it is large. */
    public Promise<byte[]> recording() {
        return new RecordingMaker(plan).make(recorder, time.external(), machine());
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
        log.debug(Debug.SESSION, "joining as " + view.id());
        proved = false;
        return joins.join(view.id(), synchronizer.wantsPreviousSnapshot());
    }

    @Override
    public void frame(ServerFrame frame, String text) {
        Imager imager = keepers.snapshots().imager();
        if (frame instanceof ServerFrame.Recv recv) {
            synchronizer.message(recv.message());
            imager.frame(text, recv.message().seq());
            if (synchronizer.replica().isPresent()) {
                resyncs = 0;
                advanced();
            }
        } else if (frame instanceof ServerFrame.Tick tick) {
            if (synchronizer.replica().isPresent() && time.tick(tick.timeMs())) {
                log.debug(Debug.TICKS, () -> "tick " + tick.timeMs());
                imager.tick(tick.timeMs());
                advanced();
            }
        } else if (frame instanceof ServerFrame.Sync sync) {
            if (synchronizer.sync(sync)) {
                imager.frame(text, sync.header().seq());
            } else {
                imager.begin(text, sync.header().seq());
            }
        } else if (frame instanceof ServerFrame.Challenge challenge) {
            prove(challenge);
        } else if (frame instanceof ServerFrame.Requ) {
            liveMachine().ifPresent(keepers.snapshots()::requested);
        } else if (frame instanceof ServerFrame.Info info) {
            log.warn("the server says: " + info.message());
        }
    }

    private void prove(ServerFrame.Challenge challenge) {
        if (proved) {
            throw new ResyncException("a second challenge on one connection");
        }
        proved = true;
        log.debug(Debug.SESSION, "proving to know the password");
        link.send(joins.prove(view.id(), challenge));
    }

    private void advanced() {
        if (synchronizer.isCatchingUp()) {
            synchronizer.targetMoved();
        } else {
            stepper.timeAdvanced();
        }
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
    public void loading(ServerFrame.Start start) {
        recorder.begins(start);
        change(state == SessionState.RECONNECTING ? SessionState.RECONNECTING : SessionState.CATCHING_UP);
    }

    @Override
    public void received(Message message) {
        recorder.received(message);
        keepers.snapshots()
                .messageReceived(
                        message.payload() instanceof Payload.Text sent
                                ? sent.text().length()
                                : 0);
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
        synchronizer.replica().ifPresent(replica -> replica.hold(hold));
        if (!hold) {
            stepper.timeAdvanced();
        }
    }

    @Override
    public boolean sendLive(ClientFrame frame) {
        return isLive() && link.send(frame);
    }
}
