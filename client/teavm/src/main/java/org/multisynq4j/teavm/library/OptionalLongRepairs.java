package org.multisynq4j.teavm.library;

import java.util.OptionalLong;

/** Of {@code OptionalLong}: the text. */
public final class OptionalLongRepairs {
    private OptionalLongRepairs() {}

    public static String toString(OptionalLong self) {
        return self.isPresent() ? "OptionalLong[" + self.getAsLong() + "]" : "OptionalLong.empty";
    }
}
