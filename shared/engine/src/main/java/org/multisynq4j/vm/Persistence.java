package org.multisynq4j.vm;

import java.util.Optional;
import java.util.OptionalDouble;
import org.multisynq4j.model.Collector;
import org.multisynq4j.snapshot.Stored;

/**
 * When persistent data is collected: at once for the first change, then at most every {@link #PERIOD_MS} of teatime.
 *
 * <p>Data is collected when it is due and not when it is asked for, so that a burst of requests costs one collection.
 *
 * <p>The collector is kept until a participant tells that it stored what was due. Being replicated state it is in snapshots too, so whoever is here after {@link
 * #PERIOD_MS} collects again, whatever happened to the one who was to store it.
 */
final class Persistence implements Stored {
    /** The shortest teatime between two saves. */
    static final double PERIOD_MS = 25_000;

    private static final double NOTHING_DUE = -1;

    private final World world;
    private Collector<?> collector;
    private String savedHash = "";
    private boolean collectedBefore;
    private double lastCollected;
    /** Teatime of the newest collection nobody told to have stored; negative if there is none. */
    private double dueTime = NOTHING_DUE;

    private boolean requestedSince;
    private boolean scheduled;
    private boolean initializing;
    private boolean loadFailed;
    private boolean refusalReported;

    private Persistence() {
        this(null);
    }

    Persistence(World world) {
        this.world = world;
    }

    void beginInit() {
        initializing = true;
    }

    /** Data asked for during init is what was just loaded or the defaults: remembered, not saved. */
    void endInit(boolean failed) {
        initializing = false;
        if (failed) {
            loadFailed = true;
        }
        if (collector != null && !loadFailed) {
            savedHash = world.machine().collect(collector).map(Collected::hash).orElse(savedHash);
        }
        collector = null;
        requestedSince = false;
    }

    /** The hash of what was loaded: saving the same again is unnecessary. */
    void loaded(String hash) {
        savedHash = hash;
    }

    void loadFailed() {
        loadFailed = true;
    }

    void allowOverwrite() {
        loadFailed = false;
        refusalReported = false;
    }

    void request(Collector<?> newCollector) {
        if (initializing) {
            collector = newCollector;
            return;
        }
        if (loadFailed) {
            if (!refusalReported) {
                refusalReported = true;
                world.machine().listener().persistenceRefused();
            }
            return;
        }
        collector = newCollector;
        requestedSince = true;
        schedule(collectedBefore ? StrictMath.max(world.time(), lastCollected + PERIOD_MS) : world.time());
    }

    private void schedule(double time) {
        if (!scheduled) {
            scheduled = true;
            world.queue().add(new PersistMessage(), time);
        }
    }

    /** Runs when a save is due, or was due and may not have been completed. */
    void collect(double time) {
        scheduled = false;
        if (collector == null || loadFailed) {
            return;
        }
        collectedBefore = true;
        lastCollected = time;
        requestedSince = false;
        Optional<Collected> collected = world.machine().collect(collector);
        boolean stored = dueTime == NOTHING_DUE
                && collected.map(data -> data.hash().equals(savedHash)).orElse(true);
        if (collected.isEmpty() || stored) {
            collector = null;
            dueTime = NOTHING_DUE;
            return;
        }
        savedHash = collected.get().hash();
        dueTime = time;
        schedule(time + PERIOD_MS);
        world.machine().listener().persistenceDue(time, collected.get().json(), savedHash);
    }

    /** A participant stored what was due at this teatime. */
    void completed(double time) {
        if (time == dueTime) {
            dueTime = NOTHING_DUE;
            if (!requestedSince) {
                collector = null;
            }
        }
    }

    /** What a model asked to save and nobody told to have stored, as it is now; changes nothing. */
    Optional<Collected> unsaved() {
        return collector == null || loadFailed
                ? Optional.empty()
                : world.machine().collect(collector);
    }

    /** Teatime of what is due and was not completed, if any. */
    OptionalDouble dueTime() {
        return dueTime == NOTHING_DUE ? OptionalDouble.empty() : OptionalDouble.of(dueTime);
    }

    /** Collected data as text. */
    record Collected(String json, String hash) {}
}
