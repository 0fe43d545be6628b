package org.multisynq4j.teavm.library;

import java.util.OptionalInt;

/** Of {@code OptionalInt}: the text. */
public final class OptionalIntRepairs {
    private OptionalIntRepairs() {}

    public static String toString(OptionalInt self) {
        return self.isPresent() ? "OptionalInt[" + self.getAsInt() + "]" : "OptionalInt.empty";
    }
}
