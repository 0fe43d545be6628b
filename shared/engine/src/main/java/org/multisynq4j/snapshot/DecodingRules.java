package org.multisynq4j.snapshot;

/** In what reading snapshots and payloads differs. */
interface DecodingRules {
    /** Whether such a value may appear. */
    boolean accepts(int tag);

    /** The model with this id. */
    Object model(String id);

    /** Whether the names of fields accompany the names of classes. */
    boolean readsLayouts();
}
