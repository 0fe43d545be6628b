package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.Latency;
import org.multisynq4j.client.SessionState;
import org.multisynq4j.client.Traffic;
import org.multisynq4j.client.error.NotLiveException;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.error.UnreadableSnapshotException;
import org.multisynq4j.client.error.WrongPasswordException;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.crypto.CheckWord;
import org.multisynq4j.crypto.CryptoException;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.Extension;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.vm.ParticipantMessage.Published;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.VirtualMachine;

/** One participant's way through a session: join, catch up, live, reconnect, leave. */
public final class Controller implements LinkListener, Replica.ReplicaUser, KeeperHost, CatchUp.User {
    /** So often in a row may what the reflector sends not fit before the session is given up. */
    static final int MAX_RESYNCS = 5;

    private final SessionPlan plan;
    private final SessionLog log;
    private final ControllerListener listener;
    private final Clock clock;
    private final Link link;
    private final Teatime time;
    private final Latencies latencies = new Latencies();
    private final Sender sender;
    private final Simulator simulator;
    private final SessionFiles files;
    private final Loader loader;
    private final JoinFrames joins;
    private final SnapshotKeeper snapshots;
    private final PersistenceKeeper persistence;
    private final Stepper stepper;
    private final SyncedWatch synced;
    private final CatchUp catchUp;

    private SessionState state = SessionState.JOINING;
    private String viewId;
    private String timeline = "";
    private Optional<Replica> replica = Optional.empty();
    private List<Message> arrivedWhileLoading = new ArrayList<>();
    private int loads;
    private int resyncs;
    private boolean previousSnapshot;
    private boolean viewUp;
    private boolean viewMissed;
    private Clock.Timer rejoinTimer = () -> {};

    public Controller(SessionPlan plan, SessionLog log, ControllerListener listener) {
        this.plan = plan;
        this.log = log;
        this.listener = listener;
        clock = plan.platform().clock();
        link = new Link(plan, log, this);
        time = new Teatime(clock, plan.tuning());
        sender = new Sender(plan, log, link, time, latencies);
        simulator = new Simulator(clock, plan.tuning());
        files = new SessionFiles(plan);
        loader = new Loader(plan, log, files, this);
        joins = new JoinFrames(plan);
        snapshots = new SnapshotKeeper(plan, log, files, simulator, sender, this);
        persistence = new PersistenceKeeper(plan, log, files, this);
        stepper = new Stepper(plan, this);
        synced = new SyncedWatch(clock, plan.tuning(), this::syncedChanged);
        catchUp = new CatchUp(plan.platform(), time, simulator, this);
        viewId = Chance.viewId(plan.platform().entropy(), plan.debugName());
        time.onLocalTick(stepper::timeAdvanced);
    }

    // ---- for the session

    /** Connects. Everything else follows. */
    public void start() {
        sender.restart(viewId);
        log.debug(Debug.SESSION, "session " + plan.names().name());
        log.debug(Debug.SESSION, "  sessionId: " + plan.names().sessionId());
        log.debug(Debug.SESSION, "  persistentId: " + plan.names().persistentId());
        log.debug(Debug.SESSION, "  codeHash: " + plan.names().codeHash());
        log.debug(Debug.SESSION, "  viewId: " + viewId);
        link.connect();
        stepper.start();
    }

    /** Leaves for good. */
    public void leave() {
        if (state != SessionState.LEFT) {
            log.debug(Debug.SESSION, "leaving");
            end(CloseReason.LEAVE, "");
        }
    }

    public SessionState state() {
        return state;
    }

    @Override
    public String viewId() {
        return viewId;
    }

    /** The replica's machine; empty until the first SYNC was loaded, and after the session. */
    public Optional<VirtualMachine> machine() {
        return replica.map(Replica::machine);
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
        return synced.isSynced();
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
        return replica.map(r -> Math.max(0, time.external() - r.machine().time()))
                .orElse(0.0);
    }

    /** Sends a view's event to all models. */
    public void publish(String scope, String event, Object data) {
        if (replica.isEmpty() || !viewUp) {
            throw new NotLiveException("event " + scope + ":" + event + " was not sent: the session is " + state
                    + ". Publish from a view, which exists only while it is live.");
        }
        VirtualMachine machine = replica.get().machine();
        sender.publish(new Published(scope, event, machine.encodePayload(data)));
    }

    /** Asks everybody to vote on a snapshot now. */
    public void forceSnapshot() {
        replica.filter(r -> isLive()).ifPresent(r -> snapshots.request(r.machine(), 0));
    }

    /** One step by hand. */
    public void step(double frameTimeMs) {
        stepper.manual(frameTimeMs);
    }

    // ---- the link

    @Override
    public ClientFrame.Join joinFrame() {
        log.debug(Debug.SESSION, "joining as " + viewId);
        return joins.join(viewId, previousSnapshot);
    }

    @Override
    public void frame(ServerFrame frame) {
        if (frame instanceof ServerFrame.Recv recv) {
            message(recv.message());
        } else if (frame instanceof ServerFrame.Tick tick) {
            if (replica.isPresent() && time.tick(tick.timeMs())) {
                log.debug(Debug.TICKS, () -> "tick " + tick.timeMs());
                advanced();
            }
        } else if (frame instanceof ServerFrame.Sync sync) {
            sync(sync);
        } else if (frame instanceof ServerFrame.Requ) {
            replica.filter(r -> isLive()).ifPresent(r -> snapshots.requested(r.machine()));
        } else if (frame instanceof ServerFrame.Info info) {
            log.warn("the server says: " + info.message());
        }
    }

    private void message(Message message) {
        if (replica.isEmpty()) {
            arrivedWhileLoading.add(message);
            return;
        }
        if (message.timeMs() < replica.get().machine().time()) {
            // Our own ticks ran ahead of a reflector that does not hold messages back: this replica is wrong.
            time.stopLocalTicks();
            dropReplica();
            throw new ResyncException(
                    "a message was stamped " + message.timeMs() + " ms after local ticks went further");
        }
        receive(replica.get(), message);
        resyncs = 0;
        advanced();
    }

    private void receive(Replica into, Message message) {
        into.receive(message);
        time.message(message.timeMs());
        snapshots.messageReceived();
    }

    private void advanced() {
        if (catchUp.isRunning()) {
            catchUp.targetMoved();
        } else {
            stepper.timeAdvanced();
        }
    }

    @Override
    public void disconnected(int code, String reason, boolean retrying) {
        sender.close();
        time.pause();
        synced.set(false);
        if (state == SessionState.LEFT) {
            return;
        }
        if (!retrying) {
            fail(Endings.closed(code, reason, plan));
            return;
        }
        catchUp.stop();
        if (state == SessionState.LIVE) {
            change(SessionState.RECONNECTING);
            rejoinWithin(timeline.isEmpty() ? 0 : plan.tuning().rejoinLimitMs());
        }
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

    private void sync(ServerFrame.Sync sync) {
        ServerFrame.SyncHeader header = sync.header();
        log.debug(
                Debug.SESSION,
                () -> "received SYNC from " + header.reflector() + ": time " + header.timeMs() + ", "
                        + sync.messages().size() + " messages, start " + header.start());
        if (!checkPassword(header.tove())) {
            return;
        }
        rejoinTimer.cancel();
        link.synced();
        boolean sameTimeline = !timeline.isEmpty() && timeline.equals(header.timeline());
        boolean seamless = replica.isPresent()
                && Rejoin.possible(sync, timeline, replica.get().machine().receivedSeq(), time.stamped());
        timeline = header.timeline();
        if (seamless) {
            resume(sync);
            return;
        }
        if (replica.isPresent()) {
            log.debug(Debug.SESSION, "the log does not reach back to where this replica is; starting over");
        }
        if (sameTimeline) {
            // What was sent may or may not be in the snapshot; sent again, replicas know it by its counter.
            dropReplica();
        } else {
            startOver();
        }
        load(sync);
    }

    private boolean checkPassword(String tove) {
        if (tove.equals(joins.checkWord())) {
            return true;
        }
        try {
            CheckWord.verify(plan.keys(), plan.names().sessionId(), tove);
            return true;
        } catch (org.multisynq4j.crypto.WrongPasswordException e) {
            fail(new WrongPasswordException(e.getMessage(), e));
        } catch (CryptoException e) {
            fail(Endings.noProgress("its check word is not one of this client (" + e.getMessage() + ")", plan));
        }
        return false;
    }

    private void resume(ServerFrame.Sync sync) {
        Replica here = replica.orElseThrow();
        for (Message message : sync.messages()) {
            if (Sequence.after(message.seq(), Sequence.normalize(here.machine().receivedSeq()))) {
                receive(here, message);
            }
        }
        time.restart(Math.max(sync.header().timeMs(), time.stamped()));
        catchUp.start(here);
    }

    private void load(ServerFrame.Sync sync) {
        loads++;
        int load = loads;
        ServerFrame.SyncHeader header = sync.header();
        change(viewUp || state == SessionState.RECONNECTING ? SessionState.RECONNECTING : SessionState.CATCHING_UP);
        arrivedWhileLoading = new ArrayList<>(sync.messages());
        loader.load(header.start())
                .then(
                        loaded -> {
                            if (load == loads && state != SessionState.LEFT) {
                                begin(loaded, header);
                            }
                        },
                        error -> {
                            if (load == loads && state != SessionState.LEFT) {
                                loadFailed(error, header);
                            }
                        });
    }

    private void begin(Replica loaded, ServerFrame.SyncHeader header) {
        replica = Optional.of(loaded);
        previousSnapshot = false;
        time.restart(Math.max(header.timeMs(), loaded.machine().time()));
        List<Message> messages = arrivedWhileLoading;
        arrivedWhileLoading = new ArrayList<>();
        try {
            for (Message message : messages) {
                receive(loaded, message);
            }
        } catch (ResyncException e) {
            dropReplica();
            if (goesOnAfter(e.getMessage())) {
                link.reconnect(e.getMessage());
            }
            return;
        }
        if (link.isOpen()) {
            catchUp.start(loaded);
        }
    }

    private void loadFailed(Throwable error, ServerFrame.SyncHeader header) {
        boolean hasPrevious = header.flags().contains(Extension.LEAVE_NOW.wireName()) && !previousSnapshot;
        if (error instanceof UnreadableSnapshotException && hasPrevious) {
            log.warn(error.getMessage() + " Trying the one before.");
            previousSnapshot = true;
            link.reconnect("snapshot unreadable");
            return;
        }
        fail(
                error instanceof SessionException known
                        ? known
                        : Endings.noProgress(String.valueOf(error.getMessage()), plan));
    }

    @Override
    public boolean isHere() {
        return machine().map(machine -> machine.isHere(viewId)).orElse(false);
    }

    @Override
    public void progressed(double fraction) {
        listener.progressed(fraction);
    }

    @Override
    public void catchUpFailed(RuntimeException problem) {
        replicaFailed(problem);
    }

    private void replicaFailed(RuntimeException problem) {
        dropReplica();
        String why = "the replica failed: " + problem;
        if (goesOnAfter(why)) {
            link.reconnect(why);
        }
    }

    /** Everything known is executed and the reflector has announced this view. */
    @Override
    public void caughtUp() {
        resyncs = Math.min(resyncs, 1);
        if (viewMissed && viewUp) {
            // The models saw this view go and come again: what it told them is gone, so it has to begin anew.
            endView();
        }
        viewMissed = false;
        log.debug(
                Debug.SESSION,
                () -> "fast-forwarded to " + machine().orElseThrow().time() + " ms; live");
        change(SessionState.LIVE);
        if (!viewUp) {
            viewUp = true;
            listener.viewWanted(machine().orElseThrow(), viewId);
        }
        if (state != SessionState.LIVE) {
            return;
        }
        sender.open();
        snapshots.live();
        persistence.live();
        stepper.timeAdvanced();
    }

    /** The view holds on to the replica's models, so it goes first. */
    private void dropReplica() {
        endView();
        loads++;
        catchUp.stop();
        replica = Optional.empty();
        snapshots.reset();
        persistence.reset();
    }

    private void endView() {
        if (viewUp) {
            viewUp = false;
            listener.viewEnded();
        }
    }

    /** Everything of this participant ends but the wish to take part: a new view with a new id, a new replica. */
    private void startOver() {
        dropReplica();
        boolean connected = link.isOpen();
        if (!connected) {
            viewId = Chance.viewId(plan.platform().entropy(), plan.debugName());
        }
        int dropped = sender.restart(viewId);
        if (dropped > 0) {
            log.warn(dropped + " events published while the connection was down were not sent: it took too long");
        }
        viewMissed = false;
    }

    private void fail(SessionException problem) {
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
        synced.stop();
        dropReplica();
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
        if (state == SessionState.LEFT) {
            return;
        }
        if (state == SessionState.LIVE) {
            replica.ifPresent(here -> simulate(here, frame));
        }
        if (viewUp) {
            listener.simulated(frame, frameTimeMs, synced.isSynced());
        }
    }

    private void simulate(Replica here, boolean frame) {
        boolean reached;
        try {
            reached = frame ? simulator.frame(here, time.external()) : simulator.background(here, time.external());
        } catch (RuntimeException e) {
            replicaFailed(e);
            return;
        }
        if (viewMissed) {
            link.reconnect("the reflector took this view for gone");
            return;
        }
        if (state != SessionState.LIVE || replica.isEmpty()) {
            return;
        }
        synced.observe(time.lag(here.machine().time()));
        if (reached && synced.isSynced()) {
            snapshots.caughtUp(here.machine(), frame);
        }
    }

    private void syncedChanged(boolean isSynced) {
        if (viewUp) {
            listener.syncedChanged(isSynced);
        }
    }

    /** The page is hidden for long: disconnect. */
    void sleep() {
        if (state == SessionState.LIVE || state == SessionState.RECONNECTING) {
            log.debug(Debug.SESSION, "dormant; disconnecting from reflector");
            rejoinTimer.cancel();
            sender.close();
            time.pause();
            synced.set(false);
            catchUp.stop();
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

    // ---- the replica

    @Override
    public ControllerListener listener() {
        return listener;
    }

    @Override
    public boolean isLive() {
        return state == SessionState.LIVE;
    }

    @Override
    public void acknowledged(ReflectedMessage.FromParticipant message) {
        sender.acknowledge(message.viewId(), message.epoch(), message.counter());
    }

    @Override
    public void snapshotPolled(double polledTime, VirtualMachine machine) {
        snapshots.polled(polledTime, machine);
    }

    @Override
    public void tallied(ReflectedMessage.Tally tally, VirtualMachine machine) {
        if (tally.topic().equals(Ballot.SNAPSHOT)) {
            snapshots.tallied(tally, machine);
        } else if (tally.topic().equals(Ballot.PERSIST)) {
            persistence.tallied(tally);
        }
    }

    @Override
    public void persistenceDue(double dueTime, String json) {
        persistence.due(dueTime, json);
    }

    @Override
    public void participantsChanged(VirtualMachine machine) {
        if (viewUp && !machine.isHere(viewId)) {
            viewMissed = true;
        }
        listener.participantsChanged();
    }

    @Override
    public String timeline() {
        return timeline;
    }

    @Override
    public boolean sendLive(ClientFrame frame) {
        return isLive() && link.send(frame);
    }
}
