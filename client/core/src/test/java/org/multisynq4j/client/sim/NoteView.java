package org.multisynq4j.client.sim;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.client.View;

/** Writes down what its model tells. */
public final class NoteView extends View {
    public final List<String> heard = new ArrayList<>();
    public final List<Boolean> synced = new ArrayList<>();
    public int updates;

    public NoteView(NoteModel model) {
        super(model);
    }

    @Override
    protected void init() {
        subscribe("notes", "added", (String text) -> heard.add(text));
    }

    @Override
    protected void update(double frameTime) {
        updates++;
    }

    @Override
    protected void onSynced(boolean isSynced) {
        synced.add(isSynced);
    }
}
