package org.multisynq4j.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A state of many small objects, for measuring. */
final class Crowd {
    /** What kind of numbers the objects hold. */
    enum Numbers {
        WHOLE,
        TWO_DECIMALS,
        ANY
    }

    enum Mood {
        CALM,
        BUSY,
        HUNTING,
        FLEEING
    }

    /** One small object. */
    static final class Body {
        int id;
        double x;
        double y;
        double heading;
        int health;
        Mood mood;
        boolean awake;
        String team;
        Body target;
    }

    private Numbers numbers = Numbers.ANY;
    private final ArrayList<Body> bodies = new ArrayList<>();
    private int made;

    private Crowd() {}

    Crowd(Numbers numbers, boolean linked, int count, Random random) {
        this.numbers = numbers;
        for (int i = 0; i < count; i++) {
            bodies.add(body(random));
        }
        if (linked) {
            for (Body body : bodies) {
                body.target = bodies.get(random.nextInt(count));
            }
        }
    }

    private Body body(Random random) {
        Body body = new Body();
        body.id = ++made;
        move(body, random);
        body.health = random.nextInt(101);
        body.mood = Mood.values()[random.nextInt(4)];
        body.awake = random.nextBoolean();
        body.team = "team " + random.nextInt(8);
        return body;
    }

    private void move(Body body, Random random) {
        body.x = number(1000, random);
        body.y = number(1000, random);
        body.heading = number(360, random);
    }

    private double number(int most, Random random) {
        double any = random.nextDouble() * most;
        return switch (numbers) {
            case WHOLE -> Math.floor(any);
            case TWO_DECIMALS -> Math.rint(any * 100) / 100;
            case ANY -> any;
        };
    }

    /** So many objects, anywhere, move. */
    void change(int count, Random random) {
        for (int i = 0; i < count; i++) {
            move(bodies.get(random.nextInt(bodies.size())), random);
        }
    }

    /** So many objects go, anywhere, and as many come at the end. */
    void replace(int count, Random random) {
        for (int i = 0; i < count; i++) {
            bodies.remove(random.nextInt(bodies.size()));
        }
        for (int i = 0; i < count; i++) {
            bodies.add(body(random));
        }
    }

    /** So many objects come, anywhere. */
    void insert(int count, Random random) {
        for (int i = 0; i < count; i++) {
            bodies.add(random.nextInt(bodies.size()), body(random));
        }
    }

    /** The same as JSON, as a system would write it that stores JSON. */
    String json() {
        StringBuilder out = new StringBuilder();
        for (Body body : bodies) {
            out.append("{\"$class\":\"Body\",\"id\":").append(body.id);
            out.append(",\"x\":").append(text(body.x)).append(",\"y\":").append(text(body.y));
            out.append(",\"heading\":")
                    .append(text(body.heading))
                    .append(",\"health\":")
                    .append(body.health);
            out.append(",\"mood\":\"").append(body.mood).append("\",\"awake\":").append(body.awake);
            out.append(",\"team\":\"").append(body.team).append('"');
            if (body.target != null) {
                out.append(",\"target\":{\"$ref\":").append(body.target.id).append('}');
            }
            out.append("},");
        }
        return out.toString();
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    static List<Numbers> allNumbers() {
        return List.of(Numbers.values());
    }
}
