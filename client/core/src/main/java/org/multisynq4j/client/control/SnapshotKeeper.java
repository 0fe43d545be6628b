package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.error.StorageException;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.crypto.KeyedId;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.manifest.SnapshotMetadata;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.text.Bytes;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.VirtualMachine;

/**
 * Snapshots of this session: asks for a vote when replaying has become expensive, votes, and takes and stores the snapshot if the tally says so.
 *
 * <p>The vote is about the trace hash, which costs nothing; it travels as a keyed hash.
 */
final class SnapshotKeeper {
    /** A replay that would cost more than this deserves a snapshot. */
    static final double DUE_COST_MS = 5_000;

    /** So do more messages than this, however cheap. */
    static final int DUE_MESSAGES = 2_000;

    private static final double REQUEST_GAP_MS = 5_000;
    private static final double SPREAD_MS = 2_000;
    private static final double FAILED_UPLOAD_COST = 1e9;
    private static final int WILLING = 3;
    private static final ClientFrame.Debounce DEBOUNCE = new ClientFrame.Debounce("pollForSnapshot", 5_000);

    private final SessionPlan plan;
    private final SessionLog log;
    private final SnapshotFiles files;
    private final Simulator simulator;
    private final Sender sender;
    private final KeeperHost host;
    private final KeyedId voteId;
    private final Announcement announcement;
    private Clock.Timer pollTimer = () -> {};
    private double lastRequest;
    private double votedAt = -1;
    private int messages;
    private int failures;
    private Optional<SnapshotBase> base = Optional.empty();

    SnapshotKeeper(
            SessionPlan plan,
            SessionLog log,
            SnapshotFiles files,
            Simulator simulator,
            Sender sender,
            KeeperHost host) {
        this.plan = plan;
        this.log = log;
        this.files = files;
        this.simulator = simulator;
        this.sender = sender;
        this.host = host;
        voteId = new KeyedId(plan.keys(), KeyedId.Purpose.VOTE, plan.names().sessionId());
        announcement = new Announcement(host);
    }

    /** Forgets what belonged to an earlier replica. */
    void reset() {
        pollTimer.cancel();
        messages = 0;
        lastRequest = 0;
        votedAt = -1;
        simulator.clearAccount();
    }

    void live() {
        announcement.live();
    }

    /** A message of the reflector was received. */
    void messageReceived() {
        messages++;
    }

    /** After a step in which everything known was executed while synced. */
    void caughtUp(VirtualMachine machine, boolean animated) {
        boolean due = simulator.account() > DUE_COST_MS || messages > DUE_MESSAGES;
        if (due && machine.time() - lastRequest > REQUEST_GAP_MS) {
            log.debug(
                    Debug.SNAPSHOT,
                    () -> "due for snapshot: replay costs " + Math.round(simulator.account()) + " ms, " + messages
                            + " messages");
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
        lastRequest = machine.time();
        simulator.clearAccount();
        messages = 0;
        pollTimer.cancel();
        pollTimer = plan.platform().clock().schedule(delayMs, () -> {
            log.debug(Debug.SNAPSHOT, "requesting snapshot poll via reflector");
            sender.poll(DEBOUNCE);
        });
    }

    /** A poll was executed: vote. */
    void polled(double time, VirtualMachine machine) {
        votedAt = time;
        lastRequest = time;
        double cost = simulator.account() + Chance.fraction(plan.platform().entropy()) + failures * FAILED_UPLOAD_COST;
        String hash = voteId.of(Bytes.utf8(machine.traceHash()));
        log.debug(Debug.SNAPSHOT, () -> "voting @" + time + " for " + hash);
        host.sendLive(Ballot.vote(Ballot.SNAPSHOT, time, hash, host.viewId(), "cpuTime", cost, "handleSnapshotVote"));
    }

    /** The votes were counted; runs inside the replica, whose state is that of this message. */
    void tallied(ReflectedMessage.Tally tally, VirtualMachine machine) {
        if (tally.sendTime() != votedAt) {
            return;
        }
        votedAt = -1;
        messages = 0;
        simulator.clearAccount();
        Consensus consensus = new Consensus(tally.votes(), "cpuTime");
        consensus.divergence(tally.sendTime(), host.viewId()).ifPresent(host.listener()::diverged);
        if (consensus.isWinner(host.viewId())) {
            take(tally, machine);
        }
    }

    private void take(ReflectedMessage.Tally tally, VirtualMachine machine) {
        byte[] snapshot;
        try {
            snapshot = machine.snapshot();
        } catch (RuntimeException e) {
            failed(e);
            return;
        }
        long time = (long) tally.time();
        long seq = Sequence.normalize(tally.seq());
        String timeline = host.timeline();
        log.debug(Debug.SNAPSHOT, () -> "snapshot taken (" + snapshot.length + " bytes) @" + time + "#" + seq);
        SnapshotMetadata metadata = new SnapshotMetadata(
                time,
                seq,
                (long) plan.platform().clock().epochMs(),
                Sha256.base64Url(snapshot),
                machine.traceHash(),
                plan.names().codeHash());
        files.store(snapshot, metadata, base)
                .then(
                        stored -> {
                            failures = 0;
                            base = Optional.of(stored.base());
                            log.debug(
                                    Debug.SNAPSHOT,
                                    () -> "snapshot uploaded ("
                                            + SessionLog.size(stored.uploadedBytes()) + " in "
                                            + stored.uploadedFiles() + " files) "
                                            + stored.snap().url());
                            announcement.announce(stored.snap(), timeline);
                        },
                        this::failed);
    }

    /** The next vote is asked for soon, and this participant offers itself last. */
    private void failed(Throwable error) {
        failures++;
        messages = DUE_MESSAGES + 1;
        host.listener()
                .reported(new StorageException(
                        "a snapshot could not be stored: " + error.getMessage()
                                + ". Nothing is lost; another participant tries next.",
                        error));
    }
}
