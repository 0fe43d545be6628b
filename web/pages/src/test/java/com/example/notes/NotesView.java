package com.example.notes;

import org.multisynq4j.client.View;

/** Shows the notes and sends new ones. */
public final class NotesView extends View {
    private final Notes model;

    NotesView(Notes model) {
        super(model);
        this.model = model;
    }

    @Override
    protected void update(double frameTime) {
        NotesPage.takeNote().ifPresent(note -> publish("notes", "add", note));
        NotesPage.show(model.notes);
    }
}
