package org.multisynq4j.e2e.crowd;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

/** Very many bodies; some move all the time, and one jumps at each event. */
public final class CrowdModel extends Model {
    /** Of one step. */
    private static final int MOVING = 50;

    private static final int STEP_MS = 50;
    private static final int WIDTH = 1000;

    final List<Body> bodies = new ArrayList<>();
    int jumps;

    @Override
    protected void init(Options options, Persisted persisted) {
        int count = (int) options.number("bodies", 0);
        for (int i = 0; i < count; i++) {
            Body body = new Body();
            body.id = i;
            body.health = random(101);
            body.mood = Body.Mood.values()[random(4)];
            body.awake = random() < 0.5;
            body.team = "team " + random(8);
            move(body);
            bodies.add(body);
        }
        subscribe("crowd", "jump", (Integer index) -> jump(index));
        every(STEP_MS, this::step);
    }

    private void step() {
        for (int i = 0; i < MOVING; i++) {
            move(bodies.get(random(bodies.size())));
        }
    }

    private void jump(int index) {
        jumps++;
        move(bodies.get(index));
    }

    private void move(Body body) {
        body.x = number(WIDTH);
        body.y = number(WIDTH);
        body.heading = number(360);
    }

    /** With two decimals, as positions in pixels often are. */
    private double number(int most) {
        return Math.rint(random() * most * 100) / 100;
    }
}
