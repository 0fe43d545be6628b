package org.multisynq4j.snapshot;

/** How payloads name models: by id, since a model exists in every replica and must not be copied. */
public interface ModelReferences {
    /** The id of a live model, empty if the object is not a model. Throws {@link SnapshotException} for a model that was destroyed. */
    String idOf(Object model);

    /** The live model with this id. Throws {@link SnapshotException} naming the id if there is none (any more). */
    Object byId(String id);

    /** For payloads without models. */
    static ModelReferences none() {
        return NoModels.INSTANCE;
    }
}
