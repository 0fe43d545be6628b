package org.multisynq4j.server.participant;

import org.multisynq4j.apps.hello.CounterModel;
import org.multisynq4j.client.View;
import org.multisynq4j.json.JsonObject;

/** The counter as a line per second. */
final class HelloParticipant extends View {
    private final CounterModel model;
    private final Report report;

    HelloParticipant(CounterModel model, Report report) {
        super(model);
        this.model = model;
        this.report = report;
    }

    @Override
    protected void init() {
        show(model.count());
        subscribe(CounterModel.CHANGED, this::show);
    }

    @Override
    protected void update(double frameTime) {
        report.now(session());
    }

    private void show(int count) {
        report.happened(
                "count: " + count,
                JsonObject.builder().put("event", "count").put("count", count).build());
    }
}
