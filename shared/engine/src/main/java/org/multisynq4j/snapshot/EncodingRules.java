package org.multisynq4j.snapshot;

/** In what snapshots and payloads differ. */
interface EncodingRules {
    /** As which kind of type this object is written; {@link Tag#UNSUPPORTED} refuses it. */
    int tagOf(Object value, TypeInfo type);

    /** Why this object was refused, and what to do. */
    String refusal(Object value, TypeInfo type);

    /** The id of an object whose tag is {@link Tag#MODEL}. */
    String modelId(Object value);

    /** Whether the names of fields accompany the names of classes. */
    boolean writesLayouts();
}
