package org.multisynq4j.snapshot;

/** Everything that can be stored may appear in a snapshot. */
final class SnapshotRules implements EncodingRules {
    @Override
    public int tagOf(Object value, TypeInfo type) {
        return type.tag;
    }

    @Override
    public String refusal(Object value, TypeInfo type) {
        return value.getClass().getName() + " cannot be stored in a snapshot; " + type.refusal;
    }

    @Override
    public String modelId(Object value) {
        throw new IllegalStateException("snapshots hold models themselves");
    }

    @Override
    public boolean writesLayouts() {
        return true;
    }
}
