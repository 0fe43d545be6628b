package org.multisynq4j.client.sim;

import java.util.List;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.crypto.Passwords;
import org.multisynq4j.reflector.ReflectorSettings;
import org.multisynq4j.reflector.loopback.Loopback;
import org.multisynq4j.reflector.store.MemoryStore;

/** One reflector, one file server, any number of clients, virtual time. */
public final class SimWorld {
    public static final ServerAddress SERVER = new ServerAddress("ws://sim/reflector", SimFiles.BASE);

    /** A generated password: it needs no slow derivation. */
    public static final String PASSWORD = Passwords.generate(bytes -> {});

    final SimTime time = new SimTime();
    public final SimFiles files = new SimFiles(time);
    public final MemoryStore store = new MemoryStore();
    private final Loopback reflector;
    private final long seed;
    private int timelines;
    private int platforms;

    public SimWorld(long seed) {
        this(seed, ReflectorSettings.standard());
    }

    public SimWorld(long seed, ReflectorSettings settings) {
        this.seed = seed;
        reflector = new Loopback(settings, time, store, files::has, () -> "timeline" + ++timelines);
    }

    public Loopback reflector() {
        return reflector;
    }

    /** A client whose page nobody sees: it acts on messages and ticks. */
    public SimPlatform platform() {
        return new SimPlatform(this, seed * 1000 + ++platforms, false);
    }

    /** A client whose page is seen: it acts on animation frames. */
    public SimPlatform visiblePlatform() {
        return new SimPlatform(this, seed * 1000 + ++platforms, true);
    }

    /** How tests usually join. */
    public static Join<NoteModel> join() {
        return Join.app("test.sim")
                .name("room")
                .password(PASSWORD)
                .model(NoteModel.class)
                .serverAddress(SERVER);
    }

    /** Joins and waits until that is done. */
    public Session live(SimPlatform platform, Join<?> join) {
        Session session = Session.begin(platform, join);
        for (int i = 0; i < 100 && !session.joined().isSettled(); i++) {
            run(50);
        }
        session.joined().then(s -> {}, e -> {
            throw new AssertionError("join failed: " + e.getMessage() + "\n" + platform.console, e);
        });
        if (!session.joined().isSettled()) {
            throw new AssertionError("join takes too long: " + session.state() + "\n" + platform.console);
        }
        return session;
    }

    public Session live() {
        return live(platform(), join());
    }

    /** From now on each look at the clock takes this many ms. */
    public void costPerLook(double ms) {
        time.costPerLook = ms;
    }

    /** The longest that anybody's thread was busy at a time while this many ms passed. */
    public double longestTaskMs(double ms) {
        time.longestTaskMs = 0;
        run(ms);
        return time.longestTaskMs;
    }

    /** The time of this world. */
    public double nowMs() {
        return time.nowMs();
    }

    /** Lets this many ms pass. */
    public void run(double ms) {
        time.run(ms);
    }

    /** Runs on until these replicas have executed the same: only then can they be compared. */
    public void awaitEqualTime(List<Session> sessions) {
        for (int i = 0; i < 2000; i++) {
            Session first = sessions.get(0);
            if (sessions.stream().allMatch(s -> s.now() == first.now() && s.seq() == first.seq())) {
                return;
            }
            run(1);
        }
        throw new AssertionError("the replicas never are at the same time");
    }
}
