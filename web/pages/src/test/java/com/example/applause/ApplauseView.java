package com.example.applause;

import org.multisynq4j.client.View;

// #region view
/** Shows the loudness and sends claps. */
public final class ApplauseView extends View {
    private final Applause model;

    ApplauseView(Applause model) {
        super(model);
        this.model = model;
    }

    @Override
    protected void update(double frameTime) {
        Page.takeClaps().ifPresent(hands -> publish("applause", "clap", hands));
        Page.show(model.loudness);
    }
}
// #endregion
