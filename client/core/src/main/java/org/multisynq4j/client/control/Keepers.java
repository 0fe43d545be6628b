package org.multisynq4j.client.control;

import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.VirtualMachine;

/** What this participant does for the session's future: snapshots and saved data. */
final class Keepers {
    private final SnapshotKeeper snapshots;
    private final PersistenceKeeper persistence;

    Keepers(
            SessionPlan plan,
            SessionLog log,
            SessionFiles files,
            SnapshotFiles snapshotFiles,
            Simulator simulator,
            Sender sender,
            KeeperHost host,
            Imager.Factory imagers,
            Healer healer) {
        snapshots = new SnapshotKeeper(plan, log, snapshotFiles, simulator, sender, host, imagers, healer);
        persistence = new PersistenceKeeper(plan, log, files, sender, host);
    }

    SnapshotKeeper snapshots() {
        return snapshots;
    }

    PersistenceKeeper persistence() {
        return persistence;
    }

    /** The session is live again, and all tallies so far have been seen. */
    void live(VirtualMachine machine) {
        snapshots.live();
        persistence.live(machine);
    }

    /** Forgets what belonged to an earlier replica. */
    void reset() {
        snapshots.reset();
        persistence.reset();
    }

    /** A tally was executed. */
    void tallied(ReflectedMessage.Tally tally, VirtualMachine machine, boolean live) {
        if (tally.topic().equals(Ballot.SNAPSHOT)) {
            snapshots.tallied(tally, machine, live);
        } else if (tally.topic().equals(Ballot.PERSIST)) {
            persistence.tallied(tally);
        }
    }
}
