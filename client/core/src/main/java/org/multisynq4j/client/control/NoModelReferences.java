package org.multisynq4j.client.control;

import org.multisynq4j.snapshot.ModelReferences;
import org.multisynq4j.snapshot.SnapshotException;

/** For data that exists outside any replica's state. */
enum NoModelReferences implements ModelReferences {
    INSTANCE;

    @Override
    public String idOf(Object model) {
        return "";
    }

    @Override
    public Object byId(String id) {
        throw new SnapshotException("view data cannot refer to model " + id);
    }
}
