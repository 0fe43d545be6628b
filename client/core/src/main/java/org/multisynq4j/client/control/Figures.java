package org.multisynq4j.client.control;

import org.multisynq4j.client.Latency;
import org.multisynq4j.client.Traffic;

/** What a session shows of how it is doing. */
public final class Figures {
    private final Link link;
    private final Teatime time;
    private final Latencies latencies;
    private final Sender sender;
    private final Synchronizer synchronizer;
    private final SyncedWatch synced;

    Figures(
            Link link,
            Teatime time,
            Latencies latencies,
            Sender sender,
            Synchronizer synchronizer,
            SyncedWatch synced) {
        this.link = link;
        this.time = time;
        this.latencies = latencies;
        this.sender = sender;
        this.synchronizer = synchronizer;
        this.synced = synced;
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
        return synchronizer
                .replica()
                .map(replica -> Math.max(0, time.external() - replica.machine().time()))
                .orElse(0.0);
    }
}
