package org.multisynq4j.client.sim;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.model.ViewInfo;

/** Writes down what it hears, and does a little of everything that could go differently somewhere. */
public final class NoteModel extends Model {
    /** What is saved for other versions. */
    public record Saved(int version, List<String> notes) {}

    private final List<String> notes = new ArrayList<>();
    private final List<String> visitors = new ArrayList<>();
    private int ticks;
    private double chance;

    @Override
    protected void init(Options options, Persisted persisted) {
        if (persisted.isPresent()) {
            notes.addAll(persisted.as(Saved.class).notes());
        }
        subscribe("notes", "add", this::add);
        subscribe("notes", "save", () -> persistSession(() -> new Saved(1, notes)));
        subscribe("notes", "fail", () -> {
            throw new IllegalStateException("on purpose");
        });
        subscribe("notes", "dive", () -> notes.add("depth " + depth(1)));
        subscribe(sessionId(), "view-join", (ViewInfo view) -> visitors.add("+" + view.viewId()));
        subscribe(sessionId(), "view-exit", (ViewInfo view) -> visitors.add("-" + view.viewId()));
        every(100, this::tick);
    }

    private void add(String text) {
        notes.add(text);
        chance += random();
        publish("notes", "added", text);
    }

    private void tick() {
        ticks++;
        if (ticks % 7 == 0) {
            chance += random(10);
        }
        publish("notes", "ticked", ticks);
    }

    private int depth(int n) {
        return depth(n + 1) + 1;
    }

    public List<String> notes() {
        return notes;
    }

    /** Arrivals with a plus, departures with a minus. */
    public List<String> visitors() {
        return visitors;
    }

    /** What a careless view might do: changes this replica alone. */
    public void disturb() {
        ticks += 3;
    }

    public int ticks() {
        return ticks;
    }
}
