package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.Divergence;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.crypto.KeyedId;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.text.Bytes;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.VirtualMachine;

/**
 * Snapshots of this session: asks for a vote when replaying has become expensive, votes, and has the image of the poll stored if the tally says so.
 *
 * <p>The vote is about the trace hash, which costs nothing, and about the hash of the whole state, if the {@link Imager} tells it in time. Both are
 * keyed hashes.
 */
final class SnapshotKeeper implements Imager.Listener {
    /** So long a vote waits for the state hash. The reflector counts 1 s after the first vote. */
    static final double VOTE_WAIT_MS = 700;

    private static final double SPREAD_MS = 2_000;
    private static final double FAILED_UPLOAD_COST = 1e9;

    /** More than any {@link Imager#reluctance}: this session's views would see time stop. */
    private static final double OWN_IMAGE_COST = 1e8;

    private static final int WILLING = 3;
    private static final ClientFrame.Debounce DEBOUNCE = new ClientFrame.Debounce("pollForSnapshot", 5_000);

    private final SessionPlan plan;
    private final SessionLog log;
    private final Simulator simulator;
    private final Sender sender;
    private final KeeperHost host;
    private final KeyedId voteId;
    private final Ballot ballot;
    private final SnapshotNeed need;
    private final Entrusted entrusted;
    private final OwnImage own;
    private final Imager imager;
    private final Healer healer;
    private final OwnCheck check = new OwnCheck();
    private Clock.Timer pollTimer = () -> {};
    private Clock.Timer voteTimer = () -> {};
    private Optional<SnapshotVote> waiting = Optional.empty();
    private Optional<SnapshotVote> voted = Optional.empty();
    private Optional<Imager.Imaged> image = Optional.empty();

    SnapshotKeeper(
            SessionPlan plan,
            SessionLog log,
            SnapshotFiles files,
            Simulator simulator,
            Sender sender,
            KeeperHost host,
            Imager.Factory imagers,
            Healer healer) {
        this.plan = plan;
        this.log = log;
        this.simulator = simulator;
        this.sender = sender;
        this.host = host;
        this.healer = healer;
        voteId = new KeyedId(plan.keys(), KeyedId.Purpose.VOTE, plan.names().sessionId());
        ballot = new Ballot(plan);
        need = new SnapshotNeed(simulator::account, simulator::clearAccount);
        entrusted = new Entrusted(log, host, need);
        own = new OwnImage(plan, log, files, host);
        imager = imagers.make(plan, log, this);
    }

    Imager imager() {
        return imager;
    }

    /** Forgets what belonged to an earlier replica. */
    void reset() {
        pollTimer.cancel();
        voteTimer.cancel();
        own.cancel();
        imager.drop();
        check.reset();
        healer.dropped();
        waiting = Optional.empty();
        voted = Optional.empty();
        image = Optional.empty();
        entrusted.reset();
    }

    void live() {
        imager.live();
        entrusted.live();
    }

    /** The connection is gone; nothing that holds the replica may outlast it. */
    void disconnected() {
        own.abandon("the connection was lost");
    }

    /** A message of the reflector was received. */
    void messageReceived(Message message) {
        need.messageReceived(message);
    }

    /** After a step in which everything known was executed while synced. */
    void caughtUp(VirtualMachine machine, boolean animated) {
        if (need.isDue(machine.time())) {
            log.debug(Debug.SNAPSHOT, () -> "due for snapshot: " + need.describe());
            request(
                    machine,
                    animated ? SPREAD_MS * Chance.fraction(plan.platform().entropy()) : 0);
        }
    }

    /** The reflector asked: the first few answer, so that not all ask at once. */
    void requested(VirtualMachine machine) {
        List<String> viewIds = new ArrayList<>();
        for (ViewInfo view : machine.views()) {
            viewIds.add(view.viewId());
        }
        Collections.sort(viewIds);
        int own = viewIds.indexOf(host.viewId());
        if (own >= 0 && own < WILLING) {
            request(machine, 0);
        }
    }

    /** Asks for a vote after a while; it happens unless there was one within the last 5 s of teatime. */
    void request(VirtualMachine machine, double delayMs) {
        need.requested(machine.time());
        pollTimer.cancel();
        pollTimer = plan.platform().clock().schedule(delayMs, () -> {
            log.debug(Debug.SNAPSHOT, "requesting snapshot poll via reflector");
            sender.poll(DEBOUNCE);
        });
    }

    // ---- votes

    /** A poll was executed: vote, as soon as the image of this moment is taken. */
    void polled(double time, VirtualMachine machine) {
        need.requested(time);
        healer.history().polled(machine.backlog() == 0);
        check.polled(machine);
        double cost = simulator.account()
                + Chance.fraction(plan.platform().entropy())
                + entrusted.failures() * FAILED_UPLOAD_COST
                + (imager.isUsable() ? imager.reluctance() : OWN_IMAGE_COST);
        SnapshotVote vote = new SnapshotVote(
                new ImageId((long) time, Sequence.normalize(machine.seq())),
                machine.traceHash(),
                cost,
                host.timeline());
        waiting = Optional.of(vote);
        voted = Optional.of(vote);
        voteTimer.cancel();
        compare();
        if (waiting.isPresent() && imager.isUsable()) {
            imager.polled(vote.id());
            voteTimer = plan.platform().clock().schedule(VOTE_WAIT_MS, () -> cast(Optional.empty()));
        } else {
            cast(Optional.empty());
        }
    }

    /** The image may come before this replica is at the poll, or after. */
    @Override
    public void imaged(Imager.Imaged taken) {
        image = Optional.of(taken);
        compare();
    }

    private void compare() {
        if (voted.isEmpty()
                || image.isEmpty()
                || !image.get().id().equals(voted.get().id())) {
            return;
        }
        Imager.Imaged taken = image.get();
        image = Optional.empty();
        check.compare(taken, voted.get().traceHash());
        if (taken.traceHash().equals(voted.get().traceHash())) {
            cast(Optional.of(taken.stateHash()));
        } else {
            imager.distrust("at " + taken.id() + " it had executed something else than this replica");
            cast(Optional.empty());
        }
    }

    private void cast(Optional<String> stateHash) {
        if (waiting.isEmpty()) {
            return;
        }
        voteTimer.cancel();
        SnapshotVote vote = waiting.get();
        waiting = Optional.empty();
        String hash = voteId.of(Bytes.utf8(vote.traceHash()));
        Optional<String> state = stateHash.map(known -> voteId.of(Bytes.utf8(known)));
        log.debug(
                Debug.SNAPSHOT,
                () -> "voting @" + vote.id().timeMs() + " for " + hash
                        + state.map(known -> ", state " + known).orElse(", state not known"));
        host.sendLive(ballot.cast(
                Ballot.SNAPSHOT,
                vote.id().timeMs(),
                new ReflectedMessage.Vote(host.viewId(), vote.cost(), hash, state),
                "handleSnapshotVote"));
    }

    /**
     * The votes were counted; runs inside the replica, whose state is that of this message.
     *
     * @param live false while old messages are replayed, after a reconnect for instance. Who had voted before stores what it was told to nevertheless
     */
    void tallied(ReflectedMessage.Tally tally, VirtualMachine machine, boolean live) {
        Consensus consensus = new Consensus(tally.votes());
        entrusted.to(consensus.winner(), tally.time());
        if (voted.isEmpty() || tally.sendTime() != voted.get().id().timeMs()) {
            entrusted.withoutVote(tally.sendTime());
            return;
        }
        SnapshotVote vote = voted.get();
        voted = Optional.empty();
        waiting = Optional.empty();
        voteTimer.cancel();
        need.settled();
        log.debug(Debug.DIVERGENCE, () -> "votes about " + vote.id() + ": " + consensus);
        if (live) {
            judge(consensus, tally, vote.id(), machine);
        }
        log.debug(
                Debug.SNAPSHOT,
                () -> "the snapshot " + vote.id() + " is stored by "
                        + consensus.winner().orElse("nobody"));
        if (entrusted.isOther()) {
            imager.forget(vote.id());
        } else if (imager.isUsable()) {
            entrusted.accept(vote);
            imager.store(vote.id());
        } else if (live) {
            entrusted.accept(vote);
            takeOwn(machine, vote);
        } else {
            need.failed();
        }
    }

    private void judge(Consensus consensus, ReflectedMessage.Tally tally, ImageId poll, VirtualMachine machine) {
        Optional<Divergence> divergence = consensus
                .divergence(tally.sendTime(), host.viewId())
                .or(() -> check.isAstray()
                        ? Optional.of(
                                new Divergence(tally.sendTime(), List.of(), Divergence.Standing.CHANGED_FROM_OUTSIDE))
                        : Optional.empty());
        if (divergence.isEmpty()) {
            healer.agreed(poll);
        } else if (divergence.get().outvoted()) {
            healer.astray(divergence.get(), poll, tally, machine);
        } else {
            host.listener().diverged(divergence.get());
        }
    }

    /** Somebody came or went. */
    void participantsChanged(VirtualMachine machine) {
        entrusted.participantsChanged(machine);
    }

    // ---- what becomes of it

    private void takeOwn(VirtualMachine machine, SnapshotVote vote) {
        own.take(machine, new OwnImage.Outcome() {
            @Override
            public void stored(StoredSnapshot stored) {
                entrusted.stored(vote.id(), stored.snap());
            }

            @Override
            public void failed(Throwable why) {
                entrusted.failed(vote.id(), why);
            }
        });
    }

    @Override
    public void stored(ImageId id, ClientFrame.Snap snap) {
        entrusted.stored(id, snap);
    }

    @Override
    public void notStored(ImageId id, String why) {
        entrusted.failed(id, new IllegalStateException(why));
    }

    @Override
    public void gone() {
        cast(Optional.empty());
        entrusted.gone();
    }
}
