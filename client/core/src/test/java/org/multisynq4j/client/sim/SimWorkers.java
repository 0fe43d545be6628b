package org.multisynq4j.client.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.control.Pace;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.client.port.Workers;
import org.multisynq4j.client.shadow.Shadow;

/** Workers of one simulated client: each a shadow behind a way that takes time; they die and hang when told to. */
public final class SimWorkers implements Workers {
    private static final double DELAY_MS = 2;

    private final SimWorld world;
    private final SimPlatform owner;
    private final long seed;
    private final List<Worker> running = new ArrayList<>();

    /** False: this client has no other thread. */
    public boolean available = true;
    /** What comes from workers started while this is set is lost. */
    public boolean hanging;
    /** How many were started. */
    public int started;
    /** What workers said, as it travelled. */
    public final List<String> events = new ArrayList<>();
    /** What they were told. */
    public final List<String> commands = new ArrayList<>();

    SimWorkers(SimWorld world, SimPlatform owner, long seed) {
        this.world = world;
        this.owner = owner;
        this.seed = seed;
    }

    @Override
    public Optional<Channel> start(Channel.Listener listener) {
        if (!available) {
            return Optional.empty();
        }
        started++;
        Worker worker = new Worker(listener, hanging);
        running.add(worker);
        return Optional.of(worker);
    }

    /** How many are running. */
    public int running() {
        return running.size();
    }

    /** What those that are running say from now on is lost. */
    public void mute() {
        running.forEach(worker -> worker.mute = true);
    }

    /** All of them are gone, as a browser may decide. */
    public void kill() {
        for (Worker worker : List.copyOf(running)) {
            worker.close();
            world.time.schedule(DELAY_MS, () -> worker.session.closed("killed"));
        }
    }

    private final class Worker implements Channel {
        private final Channel.Listener session;
        private boolean mute;
        private final Shadow shadow;
        private boolean closed;

        Worker(Channel.Listener session, boolean mute) {
            this.session = session;
            this.mute = mute;
            SimPlatform platform = new SimPlatform(world, seed * 31 + started, false);
            platform.codeVersion = owner.codeVersion;
            shadow = new Shadow(platform, Pace.OWN_THREAD, new ShadowEnd());
        }

        @Override
        public void send(String header, byte[] body) {
            commands.add(header);
            world.time.schedule(DELAY_MS, () -> {
                if (!closed) {
                    shadow.received(header, body);
                }
            });
        }

        @Override
        public void close() {
            closed = true;
            running.remove(this);
            shadow.closed("");
        }

        private final class ShadowEnd implements Channel {
            @Override
            public void send(String header, byte[] body) {
                if (mute) {
                    return;
                }
                events.add(header);
                world.time.schedule(DELAY_MS, () -> {
                    if (!closed) {
                        session.received(header, body);
                    }
                });
            }

            @Override
            public void close() {}
        }
    }
}
