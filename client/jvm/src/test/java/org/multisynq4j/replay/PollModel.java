package org.multisynq4j.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

/** Counts votes, and everything else that could go wrong in a replay: random numbers, time, saved data, exceptions. */
public final class PollModel extends Model {
    private final Map<String, Integer> votes = new LinkedHashMap<>();
    private double luck;
    private int ticks;

    @Override
    protected void init(Options options, Persisted persisted) {
        subscribe("poll", "vote", this::vote);
        subscribe("poll", "save", () -> persistSession(() -> votes));
        every(200, this::tick);
    }

    private void vote(String choice) {
        if (choice.isEmpty()) {
            throw new IllegalArgumentException("an empty vote");
        }
        votes.merge(choice, 1, Integer::sum);
        luck += random();
        publish("poll", "counted", choice);
    }

    private void tick() {
        ticks++;
        if (ticks % 5 == 0) {
            publish("poll", "fifth", ticks);
        }
    }

    public Map<String, Integer> votes() {
        return votes;
    }

    /** What a careless view might do: changes this replica alone. */
    public void disturb() {
        votes.put("nobody", 1);
    }

    public int ticks() {
        return ticks;
    }
}
