package org.multisynq4j.client.control;

import org.multisynq4j.client.Debug;
import org.multisynq4j.client.error.StorageException;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.crypto.KeyedId;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.text.Bytes;
import org.multisynq4j.vm.ReflectedMessage;

/**
 * Data for later versions of the program: votes when some is due, and stores it if the tally says so.
 *
 * <p>Data that was due while nobody was here, or whose vote was lost with a connection, is stored by whoever finds it so.
 */
final class PersistenceKeeper {
    private final SessionPlan plan;
    private final SessionLog log;
    private final SessionFiles files;
    private final KeeperHost host;
    private final KeyedId fileId;
    private final Announcement announcement;
    private double dueTime = -1;
    private String dueJson = "";

    PersistenceKeeper(SessionPlan plan, SessionLog log, SessionFiles files, KeeperHost host) {
        this.plan = plan;
        this.log = log;
        this.files = files;
        this.host = host;
        fileId = new KeyedId(plan.keys(), KeyedId.Purpose.FILE, plan.names().persistentId());
        announcement = new Announcement(host);
    }

    void reset() {
        dueTime = -1;
        dueJson = "";
    }

    /** The session is live again, and all tallies so far have been seen. */
    void live() {
        announcement.live();
        if (dueTime >= 0) {
            double time = dueTime;
            String json = dueJson;
            reset();
            save(time, json);
        }
    }

    /** The replica collected data that differs from what was saved: vote who stores it, or remember it while old messages are replayed. */
    void due(double time, String json) {
        dueTime = time;
        dueJson = json;
        String hash = fileId.of(Bytes.utf8(json));
        double cost = Chance.fraction(plan.platform().entropy());
        log.debug(Debug.SNAPSHOT, () -> "sending persistence vote for time @" + time);
        host.sendLive(Ballot.vote(Ballot.PERSIST, time, hash, host.viewId(), "ms", cost, "handlePersistVote"));
    }

    void tallied(ReflectedMessage.Tally tally) {
        if (tally.sendTime() != dueTime) {
            return;
        }
        String json = dueJson;
        double time = dueTime;
        reset();
        Consensus consensus = new Consensus(tally.votes(), "ms");
        consensus.divergence(time, host.viewId()).ifPresent(host.listener()::diverged);
        if (consensus.isWinner(host.viewId())) {
            save(time, json);
        }
    }

    private void save(double time, String json) {
        byte[] text = Bytes.utf8(json);
        String name = fileId.of(text);
        String url = files.persistentUrl(name);
        String timeline = host.timeline();
        files.pack(FileKind.PERSISTENT, plan.names().persistentId(), name, text)
                .flatMap(file -> files.store(url, file))
                .then(
                        stored -> {
                            log.debug(
                                    Debug.SESSION,
                                    () -> "Persistent data saved (" + SessionLog.size(text.length) + ")");
                            announcement.announce(new ClientFrame.Save(time, url, false), timeline);
                        },
                        error -> host.listener()
                                .reported(new StorageException(
                                        "persistent data could not be stored: " + error.getMessage()
                                                + ". It is stored with the next change.",
                                        error)));
    }
}
