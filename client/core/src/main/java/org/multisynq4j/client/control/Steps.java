package org.multisynq4j.client.control;

import org.multisynq4j.client.port.Clock;

/** What happens in a step: the replica runs, snapshots are thought of, views hear of it. */
final class Steps {
    private final ControllerListener listener;
    private final Synchronizer synchronizer;
    private final Simulator simulator;
    private final Teatime time;
    private final OwnView view;
    private final Keepers keepers;
    private final Link link;
    private final SyncedWatch synced;
    private final KeeperHost host;

    Steps(
            Clock clock,
            Tuning tuning,
            ControllerListener listener,
            Synchronizer synchronizer,
            Simulator simulator,
            Teatime time,
            OwnView view,
            Keepers keepers,
            Link link,
            KeeperHost host) {
        this.listener = listener;
        this.synchronizer = synchronizer;
        this.simulator = simulator;
        this.time = time;
        this.view = view;
        this.keepers = keepers;
        this.link = link;
        this.host = host;
        synced = new SyncedWatch(clock, tuning, this::syncedChanged);
    }

    SyncedWatch synced() {
        return synced;
    }

    /** One step; {@code frame}: views are to be updated. */
    void step(boolean frame, double frameTimeMs) {
        if (host.isLive()) {
            synchronizer.replica().ifPresent(here -> simulate(here, frame));
        }
        if (view.isUp()) {
            listener.simulated(frame, frameTimeMs, synced.isSynced());
        }
    }

    private void simulate(Replica here, boolean frame) {
        boolean reached;
        try {
            reached = frame ? simulator.frame(here, time.external()) : simulator.background(here, time.external());
        } catch (RuntimeException e) {
            synchronizer.failed(e);
            return;
        }
        if (!host.isLive()) {
            return;
        }
        if (view.isMissed()) {
            link.reconnect("the reflector took this view for gone");
            return;
        }
        synced.observe(time.lag(here.machine().time()));
        if (reached && synced.isSynced()) {
            keepers.snapshots().caughtUp(here.machine(), frame);
        }
    }

    private void syncedChanged(boolean isSynced) {
        if (view.isUp()) {
            listener.syncedChanged(isSynced);
        }
    }
}
