package org.multisynq4j.store;

/**
 * How an {@link EmbeddedStore} works.
 *
 * @param durability when an event counts as stored
 * @param forceEveryMs milliseconds between two forces in {@link Durability#GROUP}
 * @param segmentBytes length of a journal segment at which the sessions are checkpointed and a new one begins
 * @param keptVersions persisted versions kept per application and persistent id
 */
public record StoreOptions(Durability durability, int forceEveryMs, long segmentBytes, int keptVersions) {
    /** What the server uses unless told otherwise. */
    public static final StoreOptions DEFAULTS = new StoreOptions(Durability.GROUP, 20, 32L << 20, 10);

    public StoreOptions {
        if (forceEveryMs < 1 || segmentBytes < 1 || keptVersions < 1) {
            throw new IllegalArgumentException("store options must be positive: forceEveryMs " + forceEveryMs
                    + ", segmentBytes " + segmentBytes + ", keptVersions " + keptVersions);
        }
    }

    /** The same with another durability. */
    public StoreOptions withDurability(Durability changed) {
        return new StoreOptions(changed, forceEveryMs, segmentBytes, keptVersions);
    }
}
