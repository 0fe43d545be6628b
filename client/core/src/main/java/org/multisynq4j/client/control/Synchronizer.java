package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.JoinProgress;
import org.multisynq4j.client.error.BrokenModelException;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.error.UnreadableSnapshotException;
import org.multisynq4j.crypto.CheckWord;
import org.multisynq4j.crypto.CryptoException;
import org.multisynq4j.protocol.Extension;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame;

/** Holds the replica and brings it to where the reflector is, from a SYNC on: goes on with it if the log reaches back far enough, else makes a new one. */
final class Synchronizer implements CatchUp.User {
    private final SessionPlan plan;
    private final SessionLog log;
    private final Link link;
    private final Teatime time;
    private final Loader loader;
    private final Loader.Beginning<Replica> beginning;
    private final CatchUp catchUp;
    private final User user;
    private final String checkWord;

    private String timeline = "";
    private Optional<Replica> replica = Optional.empty();
    private List<Message> arrivedWhileLoading = new ArrayList<>();
    private int loads;
    private JoinProgress progress = JoinProgress.NONE;
    private boolean previousSnapshot;

    /** Who wants a replica. */
    interface User {
        String viewId();

        /** The connection continues the session; whatever follows is loading or replaying. */
        void accepted();

        /** A new replica is being made. */
        void loading(ServerFrame.SyncHeader header);

        /** A message was handed to the replica. */
        void received(Message message);

        void progressed(JoinProgress progress);

        /** Everything known is executed and the reflector has announced this view. */
        void caughtUp();

        /** The replica is given up; what shows its models must go first. */
        void dropping();

        /** The session of the reflector is another one than before: nothing of this participant's past means anything to it. */
        void startOver();

        /** Something did not fit; false if the session has ended because of it. */
        boolean goesOnAfter(String problem);

        void fail(SessionException problem);
    }

    Synchronizer(
            SessionPlan plan,
            SessionLog log,
            Link link,
            Teatime time,
            Loader loader,
            Loader.Beginning<Replica> beginning,
            Simulator simulator,
            String checkWord,
            User user) {
        this.plan = plan;
        this.log = log;
        this.link = link;
        this.time = time;
        this.loader = loader;
        this.beginning = beginning;
        this.checkWord = checkWord;
        this.user = user;
        catchUp = new CatchUp(plan.platform(), time, simulator, this);
    }

    Optional<Replica> replica() {
        return replica;
    }

    /** Identity of the reflector's run; empty if it has none or is not known. */
    String timeline() {
        return timeline;
    }

    /** Whether the next JOIN should ask for the snapshot before the newest one. */
    boolean wantsPreviousSnapshot() {
        return previousSnapshot;
    }

    boolean isCatchingUp() {
        return catchUp.isRunning();
    }

    /** The connection is gone: catching up makes no sense until the next SYNC. */
    void pause() {
        catchUp.stop();
    }

    /** The reflector's time went on. */
    void targetMoved() {
        catchUp.targetMoved();
    }

    /** Takes a message of the reflector, or keeps it until there is a replica. */
    void message(Message message) {
        if (replica.isEmpty()) {
            arrivedWhileLoading.add(message);
            return;
        }
        if (message.timeMs() < replica.get().machine().time()) {
            // Our own ticks ran ahead of a reflector that does not hold messages back: this replica is wrong.
            time.stopLocalTicks();
            drop();
            throw new ResyncException(
                    "a message was stamped " + message.timeMs() + " ms after local ticks went further");
        }
        receive(replica.get(), message);
    }

    private void receive(Replica into, Message message) {
        into.receive(message);
        time.message(message.timeMs());
        user.received(message);
    }

    /** Takes a SYNC; true if the replica goes on, false if another one is made of it, or none. */
    boolean sync(ServerFrame.Sync sync) {
        ServerFrame.SyncHeader header = sync.header();
        log.debug(
                Debug.SESSION,
                () -> "received SYNC from " + header.reflector() + ": time " + header.timeMs() + ", "
                        + sync.messages().size() + " messages, start " + header.start());
        if (!checkPassword(header.tove())) {
            return false;
        }
        checkComplete(sync);
        link.synced();
        user.accepted();
        boolean sameTimeline = !timeline.isEmpty() && timeline.equals(header.timeline());
        boolean seamless = replica.isPresent()
                && Rejoin.possible(
                        sync,
                        timeline,
                        replica.get().machine().receivedSeq(),
                        time.stamped(),
                        replica.get().machine().time());
        timeline = header.timeline();
        if (seamless) {
            resume(sync);
            return true;
        }
        if (replica.isPresent()) {
            log.debug(Debug.SESSION, "the log does not reach back to where this replica is; starting over");
        }
        if (sameTimeline) {
            // What was sent may or may not be in the snapshot; sent again, replicas know it by its counter.
            drop();
        } else {
            user.startOver();
        }
        load(sync);
        return false;
    }

    /** Our servers' SYNC reaches as far as it says; with its end left out, this replica would differ from the others until the next message shows the gap. */
    private static void checkComplete(ServerFrame.Sync sync) {
        ServerFrame.SyncHeader header = sync.header();
        List<Message> messages = sync.messages();
        long last = Sequence.START;
        if (!messages.isEmpty()) {
            last = messages.get(messages.size() - 1).seq();
        } else if (header.start() instanceof ServerFrame.Start.FromSnapshot snapshot) {
            last = snapshot.seq();
        }
        if (isOurs(header) && Sequence.normalize(last) != Sequence.normalize(header.seq())) {
            throw new ResyncException("SYNC says it reaches to #" + header.seq() + " but ends with #" + last);
        }
    }

    private static boolean isOurs(ServerFrame.SyncHeader header) {
        return header.flags().contains(Extension.LEAVE_NOW.wireName());
    }

    private boolean checkPassword(String tove) {
        if (tove.equals(checkWord)) {
            return true;
        }
        try {
            CheckWord.verify(plan.keys(), plan.names().sessionId(), tove);
            return true;
        } catch (org.multisynq4j.crypto.WrongPasswordException e) {
            user.fail(Endings.wrongPassword(plan));
        } catch (CryptoException e) {
            user.fail(Endings.noProgress("its check word is not one of this client (" + e.getMessage() + ")", plan));
        }
        return false;
    }

    private void resume(ServerFrame.Sync sync) {
        progress = JoinProgress.NONE;
        Replica here = replica.orElseThrow();
        for (Message message : sync.messages()) {
            if (Sequence.after(message.seq(), Sequence.normalize(here.machine().receivedSeq()))) {
                receive(here, message);
            }
        }
        time.restart(Math.max(sync.header().timeMs(), time.stamped()));
        catchUp.resume(here);
    }

    private void load(ServerFrame.Sync sync) {
        loads++;
        int load = loads;
        user.loading(sync.header());
        arrivedWhileLoading = new ArrayList<>(sync.messages());
        progress = JoinProgress.NONE;
        LoadProgress loading = (bytes, ofBytes) -> {
            if (load == loads) {
                progress = new JoinProgress(bytes, ofBytes, 0);
                user.progressed(progress);
            }
        };
        loader.load(sync.header().start(), beginning, loading)
                .then(
                        loaded -> {
                            if (load == loads) {
                                begin(loaded, sync.header());
                            }
                        },
                        error -> {
                            if (load == loads) {
                                loadFailed(error, sync.header());
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
            failed(e.getMessage());
            return;
        }
        if (link.isOpen()) {
            catchUp.begin(loaded);
        }
    }

    private void loadFailed(Throwable error, ServerFrame.SyncHeader header) {
        if (error instanceof UnreadableSnapshotException && isOurs(header) && !previousSnapshot) {
            log.warn(error.getMessage() + " Trying the one before.");
            previousSnapshot = true;
            link.reconnect("snapshot unreadable");
            return;
        }
        user.fail(
                error instanceof SessionException known
                        ? known
                        : Endings.noProgress(String.valueOf(error.getMessage()), plan));
    }

    /** The replica is of no use any more: the next SYNC makes another one. */
    void failed(String why) {
        drop();
        if (user.goesOnAfter(why)) {
            link.reconnect(why);
        }
    }

    /** The replica threw: another one may do better, unless it was this machine that failed. */
    void failed(RuntimeException problem) {
        if (problem instanceof BrokenModelException broken) {
            user.fail(broken);
        } else {
            failed("the replica failed: " + problem);
        }
    }

    /** Gives up the replica, and what is being loaded. */
    void drop() {
        user.dropping();
        loads++;
        catchUp.stop();
        replica = Optional.empty();
    }

    @Override
    public boolean isHere() {
        return replica.map(here -> here.machine().isHere(user.viewId())).orElse(false);
    }

    @Override
    public void replayed(double fraction) {
        progress = new JoinProgress(progress.loadedBytes(), progress.totalBytes(), fraction);
        user.progressed(progress);
    }

    @Override
    public void caughtUp() {
        user.caughtUp();
    }

    @Override
    public void catchUpFailed(RuntimeException problem) {
        failed(problem);
    }
}
