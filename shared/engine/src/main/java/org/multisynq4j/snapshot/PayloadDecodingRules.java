package org.multisynq4j.snapshot;

/** Payloads hold values, and models by id. */
final class PayloadDecodingRules implements DecodingRules {
    private final ModelReferences models;

    PayloadDecodingRules(ModelReferences models) {
        this.models = models;
    }

    @Override
    public boolean accepts(int tag) {
        return PayloadRules.mayTravel(tag);
    }

    @Override
    public Object model(String id) {
        return models.byId(id);
    }

    @Override
    public boolean readsLayouts() {
        return false;
    }
}
