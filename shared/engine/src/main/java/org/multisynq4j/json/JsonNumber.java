package org.multisynq4j.json;

import org.multisynq4j.text.Numbers;

/**
 * A finite number, with the range and precision of a double, as in JavaScript.
 *
 * @param value never NaN or infinite
 */
public record JsonNumber(double value) implements JsonValue {
    public JsonNumber {
        // The difference of a non-finite number from itself is NaN, which equals nothing.
        if (value - value != 0) {
            throw new IllegalArgumentException(
                    "JSON has no number " + Numbers.toText(value) + ": write null or a text instead");
        }
    }

    /** Whether this is a whole number that an {@code int} holds. */
    public boolean isInt() {
        return (int) value == value;
    }
}
