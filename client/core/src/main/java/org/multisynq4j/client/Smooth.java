package org.multisynq4j.client;

/**
 * A number that glides to where the model says it is: models jump with each message, views shall not.
 *
 * <p>Each call of {@link #value} moves it by half of what is missing per half-life, whatever the frame rate. Positions are one each per axis; angles take the
 * shorter way round; colours are mixed channel by channel.
 */
public final class Smooth {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final double halfLifeMs;
    private final double period;
    private double value;
    private double target;
    private double lastFrame = NEVER;

    private Smooth(double initial, double halfLifeMs, double period) {
        if (!(halfLifeMs > 0)) {
            throw new IllegalArgumentException("a half-life must be positive, but is " + halfLifeMs + " ms");
        }
        this.value = initial;
        this.target = initial;
        this.halfLifeMs = halfLifeMs;
        this.period = period;
    }

    /** A position, size or other plain number; half the way in {@code halfLifeMs}. */
    public static Smooth number(double initial, double halfLifeMs) {
        return new Smooth(initial, halfLifeMs, 0);
    }

    /** An angle in radians, which goes the shorter way round. */
    public static Smooth angle(double initial, double halfLifeMs) {
        return new Smooth(initial, halfLifeMs, 2 * Math.PI);
    }

    /** Where it shall go. */
    public void target(double newTarget) {
        target = newTarget;
    }

    /** Where it shall be at once: after a teleport nothing glides. */
    public void jump(double newValue) {
        target = newValue;
        value = newValue;
    }

    /** Where it is in this frame; {@code frameTime} is what {@link View#update} gets, in ms. */
    public double value(double frameTime) {
        if (lastFrame != NEVER && frameTime > lastFrame) {
            double missing = difference(target - value);
            value += missing * (1 - Math.pow(0.5, (frameTime - lastFrame) / halfLifeMs));
        }
        lastFrame = frameTime;
        return value;
    }

    private double difference(double plain) {
        return period == 0 ? plain : plain - period * Math.floor(plain / period + 0.5);
    }

    /** A colour {@code 0xRRGGBB} between two others: 0 is the first, 1 the second. */
    public static int mix(int from, int to, double share) {
        double part = Math.max(0, Math.min(1, share));
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 255;
            int b = to >> shift & 255;
            mixed |= (int) (a + (b - a) * part + 0.5) << shift;
        }
        return mixed;
    }
}
