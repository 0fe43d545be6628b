package org.multisynq4j.teavm.library;

import java.util.Set;

/** What {@code Set.of} of at most one element gives; those of more have no order that is the same everywhere. */
final class FixedSet<E> extends FixedCollection<E> implements Set<E>, java.io.Serializable {
    private static final long serialVersionUID = 1;

    private FixedSet(Object[] elements) {
        super(elements);
    }

    static <E> Set<E> of(Object... elements) {
        return new FixedSet<>(checked(elements));
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Set<?> set) || set.size() != size()) {
            return false;
        }
        for (Object each : set) {
            if (each == null || !contains(each)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (E each : this) {
            hash += each.hashCode();
        }
        return hash;
    }
}
