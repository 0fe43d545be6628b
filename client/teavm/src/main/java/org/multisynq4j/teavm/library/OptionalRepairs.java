package org.multisynq4j.teavm.library;

import java.util.Optional;

/** Of {@code Optional}: the text. */
public final class OptionalRepairs {
    private OptionalRepairs() {}

    public static String toString(Optional<?> self) {
        return self.isPresent() ? "Optional[" + self.get() + "]" : "Optional.empty";
    }
}
