package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.error.StorageException;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.crypto.KeyedId;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.text.Bytes;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.VirtualMachine;

/**
 * Data for later versions of the program: votes when some is due, stores it if the tally says so, and then tells everybody, so that nobody does it again.
 *
 * <p>What is not told to be stored becomes due again: see {@link org.multisynq4j.vm.VirtualMachine#saveDueSince}. Whoever could not store it offers itself last.
 * Data that was due while nobody was here, or whose vote was lost with a connection, is stored by whoever finds it so.
 */
final class PersistenceKeeper {
    private static final double FAILED_UPLOAD_COST = 1e9;

    private final SessionPlan plan;
    private final SessionLog log;
    private final SessionFiles files;
    private final Sender sender;
    private final KeeperHost host;
    private final KeyedId fileId;
    private final Ballot ballot;
    private final Announcement announcement;
    private double votedTime = -1;
    private String votedJson = "";
    private int failures;

    PersistenceKeeper(SessionPlan plan, SessionLog log, SessionFiles files, Sender sender, KeeperHost host) {
        this.plan = plan;
        this.log = log;
        this.files = files;
        this.sender = sender;
        this.host = host;
        fileId = new KeyedId(plan.keys(), KeyedId.Purpose.FILE, plan.names().persistentId());
        ballot = new Ballot(plan);
        announcement = new Announcement(host);
    }

    void reset() {
        votedTime = -1;
        votedJson = "";
    }

    /** The session is live again, and all tallies so far have been seen. */
    void live(VirtualMachine machine) {
        announcement.live();
        double time = votedTime;
        String json = votedJson;
        reset();
        if (machine.saveDueSince().isEmpty()) {
            return;
        }
        if (time >= 0) {
            save(time, json);
        } else if (machine.views().size() == 1) {
            // Due before the snapshot this replica came from, and nobody else is here who might be storing it.
            machine.unsavedData().ifPresent(now -> save(machine.saveDueSince().getAsDouble(), now));
        }
    }

    /** The replica collected data that differs from what was saved: vote who stores it, or remember it while old messages are replayed. */
    void due(double time, String json) {
        votedTime = time;
        votedJson = json;
        String hash = fileId.of(Bytes.utf8(json));
        double cost = Chance.fraction(plan.platform().entropy()) + failures * FAILED_UPLOAD_COST;
        log.debug(Debug.SNAPSHOT, () -> "sending persistence vote for time @" + time);
        ReflectedMessage.Vote vote = new ReflectedMessage.Vote(host.viewId(), cost, hash, Optional.empty());
        host.sendLive(ballot.cast(Ballot.PERSIST, time, vote, "handlePersistVote"));
    }

    void tallied(ReflectedMessage.Tally tally) {
        if (tally.sendTime() != votedTime) {
            return;
        }
        String json = votedJson;
        double time = votedTime;
        reset();
        Consensus consensus = new Consensus(tally.votes());
        consensus.divergence(time, host.viewId()).ifPresent(host.listener()::diverged);
        if (consensus.isWinner(host.viewId())) {
            save(time, json);
        }
    }

    /**
     * This participant leaves: what is not stored yet goes on its way before it is gone, if nobody else is here or this is the first by view id, so that of
     * several who leave together one does it.
     *
     * <p>Nothing here waits, because the page of a browser may end with this call. The reflector hears of the file before it has it, and looks for it for a while.
     */
    void leaving(VirtualMachine machine) {
        if (!isElected(machine)) {
            return;
        }
        machine.unsavedData().ifPresent(json -> {
            byte[] text = Bytes.utf8(json);
            String name = fileId.of(text);
            String url = files.persistentUrl(plan.names(), name);
            files.storeAtOnce(
                    url,
                    files.packAtOnce(FileKind.PERSISTENT, plan.names().persistentId(), name, StoredGzip.wrap(text)));
            if (host.sendLive(new ClientFrame.Save(machine.time(), url, false))) {
                log.debug(Debug.SESSION, () -> "Persistent data saved (" + SessionLog.size(text.length) + ")");
            }
        });
    }

    private boolean isElected(VirtualMachine machine) {
        for (ViewInfo view : machine.views()) {
            if (view.viewId().compareTo(host.viewId()) < 0) {
                return false;
            }
        }
        return true;
    }

    private void save(double time, String json) {
        byte[] text = Bytes.utf8(json);
        String name = fileId.of(text);
        String url = files.persistentUrl(plan.names(), name);
        String timeline = host.timeline();
        files.pack(FileKind.PERSISTENT, plan.names().persistentId(), name, text)
                .flatMap(file -> files.store(url, file))
                .then(
                        stored -> {
                            failures = 0;
                            log.debug(
                                    Debug.SESSION,
                                    () -> "Persistent data saved (" + SessionLog.size(text.length) + ")");
                            announcement.announce(new ClientFrame.Save(time, url, false), timeline);
                            if (host.timeline().equals(timeline)) {
                                sender.saved(time);
                            }
                        },
                        this::failed);
    }

    private void failed(Throwable error) {
        failures++;
        host.listener()
                .reported(new StorageException(
                        "persistent data could not be stored: " + error.getMessage()
                                + ". It is due again after 25 s of the session's time; then another participant tries"
                                + " first.",
                        error));
    }
}
