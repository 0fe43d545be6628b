package org.multisynq4j.server.participant;

import org.multisynq4j.apps.chat.ChatModel;
import org.multisynq4j.apps.chat.ChatModel.Line;
import org.multisynq4j.client.View;
import org.multisynq4j.json.JsonObject;

/** The chat as lines: first what was said before, then what is said. */
final class ChatParticipant extends View {
    private final ChatModel model;
    private final Report report;

    ChatParticipant(ChatModel model, Report report) {
        super(model);
        this.model = model;
        this.report = report;
    }

    @Override
    protected void init() {
        model.lines().forEach(this::show);
        subscribe(ChatModel.ADDED, this::show);
    }

    @Override
    protected void update(double frameTime) {
        report.now(session());
    }

    private void show(Line line) {
        report.happened(
                line.author() + ": " + line.text(),
                JsonObject.builder()
                        .put("event", "line")
                        .put("number", line.number())
                        .put("viewId", line.viewId())
                        .put("author", line.author())
                        .put("text", line.text())
                        .build());
    }
}
