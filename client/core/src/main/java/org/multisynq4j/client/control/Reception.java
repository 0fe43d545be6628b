package org.multisynq4j.client.control;

import org.multisynq4j.client.Debug;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.ServerFrame;

/** Says who this is on each connection, and hands what the reflector says to those whom it concerns. */
final class Reception {
    private final SessionLog log;
    private final Link link;
    private final JoinFrames joins;
    private final Teatime time;
    private final Synchronizer synchronizer;
    private final SnapshotKeeper snapshots;
    private final Stepper stepper;
    private final OwnView view;
    private final KeeperHost host;
    private final Runnable onProgress;
    /** Whether this connection's challenge was answered: a signature costs time, so there is one each. */
    private boolean proved;

    /** @param onProgress called when a message was taken by the replica */
    Reception(
            SessionLog log,
            Link link,
            JoinFrames joins,
            Teatime time,
            Synchronizer synchronizer,
            SnapshotKeeper snapshots,
            Stepper stepper,
            OwnView view,
            KeeperHost host,
            Runnable onProgress) {
        this.log = log;
        this.link = link;
        this.joins = joins;
        this.time = time;
        this.synchronizer = synchronizer;
        this.snapshots = snapshots;
        this.stepper = stepper;
        this.view = view;
        this.host = host;
        this.onProgress = onProgress;
    }

    ClientFrame.Join joinFrame() {
        log.debug(Debug.SESSION, "joining as " + view.id());
        proved = false;
        return joins.join(view.id(), synchronizer.wantsPreviousSnapshot());
    }

    /** Takes a frame; what the replica takes the second one gets too, as it came. */
    void frame(ServerFrame frame, String text) {
        if (frame instanceof ServerFrame.Recv recv) {
            synchronizer.message(recv.message());
            snapshots.imager().frame(text, recv.message().seq());
            if (synchronizer.replica().isPresent()) {
                onProgress.run();
                advanced();
            }
        } else if (frame instanceof ServerFrame.Tick tick) {
            tick(tick.timeMs());
        } else if (frame instanceof ServerFrame.Sync sync) {
            if (synchronizer.sync(sync)) {
                snapshots.imager().frame(text, sync.header().seq());
            } else {
                snapshots.imager().begin(text, sync.header().seq());
            }
        } else if (frame instanceof ServerFrame.Challenge challenge) {
            prove(challenge);
        } else if (frame instanceof ServerFrame.Requ) {
            if (host.isLive()) {
                synchronizer.replica().ifPresent(replica -> snapshots.requested(replica.machine()));
            }
        } else if (frame instanceof ServerFrame.Info info) {
            log.warn("the server says: " + info.message());
        }
    }

    private void tick(long timeMs) {
        if (synchronizer.replica().isPresent() && time.tick(timeMs)) {
            log.debug(Debug.TICKS, () -> "tick " + timeMs);
            snapshots.imager().tick(timeMs);
            advanced();
        }
    }

    private void advanced() {
        if (synchronizer.isCatchingUp()) {
            synchronizer.targetMoved();
        } else {
            stepper.timeAdvanced();
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
}
