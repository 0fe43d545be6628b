package org.multisynq4j.teavm.library;

import java.util.OptionalDouble;

/** Of {@code OptionalDouble}: equality, which tells the zeros apart and takes NaN as equal to itself. */
public final class OptionalDoubleRepairs {
    private OptionalDoubleRepairs() {}

    public static boolean equals(OptionalDouble self, Object other) {
        if (!(other instanceof OptionalDouble o) || self.isPresent() != o.isPresent()) {
            return false;
        }
        return self.isEmpty() || Double.compare(self.getAsDouble(), o.getAsDouble()) == 0;
    }
}
