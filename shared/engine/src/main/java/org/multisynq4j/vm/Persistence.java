package org.multisynq4j.vm;

import org.multisynq4j.model.Collector;
import org.multisynq4j.snapshot.Stored;

/**
 * When persistent data is collected: at once for the first change, then at most every {@link #PERIOD_MS} of teatime.
 *
 * <p>Data is collected when it is due and not when it is asked for, so that a burst of requests costs one collection.
 */
final class Persistence implements Stored {
    /** The shortest teatime between two saves. */
    static final double PERIOD_MS = 25_000;

    /** The longest persistent data, in characters of JSON. */
    static final int MAX_CHARS = 16_000_000;

    private final World world;
    private Collector<?> collector;
    private String savedHash = "";
    private boolean collectedBefore;
    private double lastCollected;
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
        if (!scheduled) {
            scheduled = true;
            double due = collectedBefore ? StrictMath.max(world.time(), lastCollected + PERIOD_MS) : world.time();
            world.queue().add(new PersistMessage(), due);
        }
    }

    /** Runs when the save is due. */
    void collect(double time) {
        scheduled = false;
        collectedBefore = true;
        lastCollected = time;
        Collector<?> due = collector;
        collector = null;
        if (due == null || loadFailed) {
            return;
        }
        world.machine().collect(due).ifPresent(collected -> {
            if (!collected.hash().equals(savedHash)) {
                savedHash = collected.hash();
                world.machine().listener().persistenceDue(time, collected.json(), collected.hash());
            }
        });
    }

    /** Collected data as text. */
    record Collected(String json, String hash) {}
}
