package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.error.StorageException;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.vm.VirtualMachine;

/**
 * Who was told by the last tally to store a snapshot, and what this participant was told to store and has not announced. Whatever keeps a snapshot from being
 * announced, a worker that dies, a replica given up, somebody who leaves, makes the {@link SnapshotNeed need} of another one urgent.
 */
final class Entrusted {
    /** Whoever leaves this soon after it was told to store a snapshot may not have done so. */
    static final double ENTRUSTED_MS = 60_000;

    private final SessionLog log;
    private final KeeperHost host;
    private final SnapshotNeed need;
    private final Announcement announcement;

    /** Oldest first: where uploads take longer than polls are apart there are several. */
    private final List<SnapshotVote> storing = new ArrayList<>();

    private String viewId = "";
    private double since;
    private double announcedMs = -1;
    private int failures;

    Entrusted(SessionLog log, KeeperHost host, SnapshotNeed need) {
        this.log = log;
        this.host = host;
        this.need = need;
        announcement = new Announcement(host);
    }

    /** The replica is given up, and with it whatever was to be stored. */
    void reset() {
        boolean owes = !storing.isEmpty();
        storing.clear();
        viewId = "";
        need.reset();
        if (owes) {
            need.failed();
        }
    }

    /** The session is live again. What was announced last may have been lost with the connection; reflectors ignore what they know. */
    void live() {
        announcement.again();
    }

    /** How many snapshots in a row this participant could not store. */
    int failures() {
        return failures;
    }

    /** The votes were counted. */
    void to(Optional<String> winner, double time) {
        viewId = winner.orElse("");
        since = time;
        need.entrusted();
    }

    /** The replica that voted at that time was given up since, or nobody voted. */
    void withoutVote(double pollMs) {
        if (!isOther() && announcedMs < pollMs) {
            need.failed();
        }
    }

    boolean isOther() {
        return !viewId.equals(host.viewId());
    }

    /** This participant stores the image of that vote. */
    void accept(SnapshotVote vote) {
        storing.add(vote);
    }

    /** Somebody came or went: if it was told to store a snapshot just now, another one is needed. */
    void participantsChanged(VirtualMachine machine) {
        if (!viewId.isEmpty() && !machine.isHere(viewId)) {
            if (machine.time() - since < ENTRUSTED_MS) {
                need.failed();
            }
            viewId = "";
        }
    }

    /** An image is in the file store; earlier ones are of no use any more. */
    void stored(ImageId id, ClientFrame.Snap snap) {
        Optional<SnapshotVote> vote = find(id);
        if (vote.isEmpty()) {
            return;
        }
        storing.removeIf(other -> !Sequence.after(other.id().seq(), id.seq()));
        failures = 0;
        log.debug(Debug.SNAPSHOT, () -> "snapshot uploaded " + snap.url());
        announcedMs = snap.timeMs();
        announcement.announce(snap, vote.get().timeline());
    }

    /** The next vote is asked for soon, and this participant offers itself last. */
    void failed(ImageId id, Throwable error) {
        Optional<SnapshotVote> vote = find(id);
        if (vote.isEmpty()) {
            return;
        }
        storing.remove(vote.get());
        failures++;
        need.failed();
        host.listener()
                .reported(new StorageException(
                        "a snapshot could not be stored: " + error.getMessage()
                                + ". Nothing is lost; another participant tries next.",
                        error));
    }

    /** Whoever was to store images is gone. */
    void gone() {
        for (SnapshotVote vote : List.copyOf(storing)) {
            failed(vote.id(), new IllegalStateException("the second replica is gone"));
        }
    }

    private Optional<SnapshotVote> find(ImageId id) {
        return storing.stream().filter(vote -> vote.id().equals(id)).findFirst();
    }
}
