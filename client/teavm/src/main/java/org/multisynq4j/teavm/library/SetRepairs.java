package org.multisynq4j.teavm.library;

import java.util.Set;

/** Of {@code Set}: what its factories give may not be asked for null. */
public final class SetRepairs {
    private SetRepairs() {}

    public static Set<?> of() {
        return FixedSet.of();
    }

    public static Set<?> of(Object element) {
        return FixedSet.of(new Object[] {element});
    }
}
