package org.multisynq4j.parity.models;

import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

/** A model that keeps a running hash of what it computes, so that the first wrong number is noticed at the step that computes it. */
abstract class Toy extends Model {
    static final double PERIOD_MS = 50;

    private int mixed = 17;

    @Override
    protected final void init(Options options, Persisted persisted) {
        subscribe("toy", "poke", (Integer value) -> poke(value));
        subscribe("toy", "text", (String text) -> text(text));
        begin();
        every(PERIOD_MS, this::tick);
    }

    void begin() {}

    abstract void tick();

    /** A participant sent a number. */
    void poke(int value) {}

    /** A participant sent a word. */
    void text(String word) {}

    final int mixed() {
        return mixed;
    }

    final void mix(int value) {
        mixed = Integer.rotateLeft(mixed * 31 + value, 7) ^ value * 0x9E3779B1;
    }

    final void mix(long value) {
        mix((int) value);
        mix((int) (value >>> 32));
    }

    final void mix(double value) {
        mix(Double.doubleToLongBits(value));
    }

    final void mix(float value) {
        mix(Float.floatToIntBits(value));
    }

    final void mix(boolean value) {
        mix(value ? 1 : 2);
    }

    final void mix(String value) {
        for (int i = 0; i < value.length(); i++) {
            mix((int) value.charAt(i));
        }
        mix(value.length());
    }
}
