package com.example.notes;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

/** Notes that outlive this class. */
public final class Notes extends Model {
    record Saved(List<String> notes) {}

    final List<String> notes = new ArrayList<>();

    @Override
    protected void init(Options options, Persisted persisted) {
        if (persisted.isPresent()) {
            notes.addAll(persisted.as(Saved.class).notes());
        }
        subscribe("notes", "add", this::add);
    }

    private void add(String note) {
        notes.add(note);
        persistSession(() -> new Saved(notes));
    }
}
