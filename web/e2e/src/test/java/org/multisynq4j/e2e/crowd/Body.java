package org.multisynq4j.e2e.crowd;

/** One small object. */
final class Body {
    int id;
    double x;
    double y;
    double heading;
    int health;
    Mood mood = Mood.CALM;
    boolean awake;
    String team = "";

    /** What a body does. */
    enum Mood {
        CALM,
        BUSY,
        HUNTING,
        FLEEING
    }
}
