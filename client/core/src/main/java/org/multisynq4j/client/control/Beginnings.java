package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.client.Promise;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.protocol.ServerFrame.Start;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.VirtualMachine;

/** Makes replicas outside a running session, for whoever replays or looks at one. Nobody is connected. */
public final class Beginnings {
    private final SessionPlan plan;
    private final SnapshotFiles snapshots;
    private final Loader loader;

    /** Uses the files, the clock and the compression of the plan's platform. */
    public Beginnings(SessionPlan plan) {
        this.plan = plan;
        snapshots = new SnapshotFiles(
                plan.platform(),
                plan.keys(),
                plan.names().sessionId(),
                plan.server().files(),
                Pace.UNBOUNDED,
                Pace.UNBOUNDED);
        loader = new Loader(plan, new SessionLog((level, line) -> {}, plan.debug()), snapshots);
    }

    /** A replica at this beginning; fails as {@link Loader#load} does. */
    public Promise<VirtualMachine> replica(Start start, ReplicaListener listener) {
        return loader.load(start, new Loader.Beginning<>() {
            @Override
            public VirtualMachine start(Optional<JsonValue> persisted) {
                return VirtualMachine.start(plan.vm(), listener, persisted);
            }

            @Override
            public VirtualMachine restore(LoadedSnapshot snapshot, Start.FromSnapshot from) {
                VirtualMachine machine = VirtualMachine.restore(plan.vm(), listener, snapshot.image());
                Loader.check(machine, from);
                return machine;
            }
        });
    }

    /** The state that a snapshot holds. */
    public Promise<byte[]> image(Start.FromSnapshot snapshot) {
        return snapshots.load(snapshot, LoadProgress.NONE).map(LoadedSnapshot::image);
    }

    /** Fetches and checks all files of a beginning, and makes nothing of them. */
    Promise<Boolean> fetch(Start start) {
        return loader.load(start, new Loader.Beginning<>() {
            @Override
            public Boolean start(Optional<JsonValue> persisted) {
                return true;
            }

            @Override
            public Boolean restore(LoadedSnapshot snapshot, Start.FromSnapshot from) {
                return true;
            }
        });
    }
}
