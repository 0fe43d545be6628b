package com.example.applause;

import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

// #region model
/** Everybody claps; the applause dies away. */
public final class Applause extends Model {
    int loudness;

    @Override
    protected void init(Options options, Persisted persisted) {
        subscribe("applause", "clap", (Integer hands) -> loudness += hands);
        every(1000, () -> loudness = Math.max(0, loudness - 1));
    }
}
// #endregion
