package org.multisynq4j.snapshot;

/** Where no models exist. */
enum NoModels implements ModelReferences {
    INSTANCE;

    @Override
    public String idOf(Object model) {
        return "";
    }

    @Override
    public Object byId(String id) {
        throw new SnapshotException("The payload refers to model " + id + ", but there are no models here.");
    }
}
