package org.multisynq4j.snapshot;

/** Snapshots hold models themselves, hence no references to them by id. */
final class SnapshotDecodingRules implements DecodingRules {
    @Override
    public boolean accepts(int tag) {
        return tag != Tag.MODEL;
    }

    @Override
    public Object model(String id) {
        throw new IllegalStateException("snapshots hold models themselves");
    }

    @Override
    public boolean readsLayouts() {
        return true;
    }
}
